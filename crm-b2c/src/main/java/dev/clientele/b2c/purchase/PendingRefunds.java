package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;

/**
 * The refunds of one purchase that hasn't arrived yet, by day. Until it does, each counts on its own day; when it does, they
 * move to the day of the purchase and this record goes. Immutable and thread-safe.
 *
 * <p>It is derived as {@link PurchaseLedger} is, and kept apart from it, so that a ledger's size doesn't depend on what it waits
 * for.
 */
public final class PendingRefunds extends Entity<PendingRefunds> {

    private static final EntityTypeBuilder<PendingRefunds> DECLARE =
            EntityType.define("pending_refunds", PendingRefunds::new);

    /** The person who got the money back. */
    public static final ReferenceField<PendingRefunds, Person> PERSON =
            DECLARE.reference("person", Person.TYPE.name(), Trait.REQUIRED);
    /** The {@link Purchase#key} of the purchase that is waited for. */
    public static final TextField<PendingRefunds> ORIGINAL = DECLARE.key("original", 265, Trait.REQUIRED);

    static final BodyField<PendingRefunds, String> DAYS =
            DECLARE.longText("days", PurchaseLedger.MAX_TEXT, Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<PendingRefunds> TYPE = DECLARE.derived().build();

    private PendingRefunds(EntityState<PendingRefunds> state) {
        super(state);
    }

    static PendingRefunds none(Id<Person> person, String original) {
        return TYPE.newEntity()
                .withId(idOf(person, original))
                .with(PERSON, person)
                .with(ORIGINAL, original)
                .with(DAYS, "");
    }

    /** Returns the id of the record of a purchase that is waited for: somebody else's of the same key is another. */
    static Id<PendingRefunds> idOf(Id<Person> person, String original) {
        String name = "clientele pending refunds " + person.value() + " " + original;
        return Id.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the refunds by day, one history a currency. */
    Collection<PurchaseHistory> histories() {
        return HistoryText.readAll(require(DAYS)).values();
    }

    PendingRefunds withHistories(Collection<PurchaseHistory> histories) {
        return with(DAYS, HistoryText.write(histories));
    }
}
