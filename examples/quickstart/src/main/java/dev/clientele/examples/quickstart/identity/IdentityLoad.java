package dev.clientele.examples.quickstart.identity;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.Identity;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.quickstart.load.LoadSteps;
import dev.clientele.examples.quickstart.load.Remark;
import java.util.List;

/** Makes one base of persons of two sources, step by step; what is in already is left alone. */
public final class IdentityLoad {

    /** The steps in order. */
    public static final List<String> STEPS = List.of(
            "Persons known by hand", "A web shop's customers", "Comparing all that is said", "A wrong merge, undone");

    private static final int BATCH = 500;

    private IdentityLoad() {}

    /**
     * Does what is missing.
     *
     * @param steps in the tenant of the base
     * @param consumers a session that sees the consumers of FoodMart
     */
    public static void run(LoadSteps steps, CrmSession consumers) {
        if (steps.areFinished(STEPS)) {
            return;
        }
        WebShopFile file = WebShopFile.of(consumers);
        steps.run(STEPS.get(0), file::known, BATCH, IdentityLoad::storeKnown);
        steps.run(STEPS.get(1), file::records, BATCH, IdentityLoad::identify);
        steps.run(STEPS.get(2), () -> List.of(WebShopFile.SOURCE), 1, IdentityLoad::compare);
        steps.run(STEPS.get(3), () -> List.of(WrongMerge.of(file)), 1, WrongMerge::play);
    }

    /** People's own records of persons are a source like any other. */
    private static List<Remark> storeKnown(CrmSession tx, List<Person> known) {
        B2c b2c = B2c.in(tx);
        b2c.persons().addAll(known.stream().map(IdentityLoad::copy).toList());
        b2c.identity()
                .captureEntered(b2c.persons()
                        .query(Person.SOURCE_KEY.in(known.stream()
                                .map(person -> person.require(Person.SOURCE_KEY))
                                .toList())));
        return List.of();
    }

    private static Person copy(Person person) {
        String[] key = person.require(Person.SOURCE_KEY).split(":", 2);
        return Person.named(person.name())
                .withId(person.id())
                .from(key[0], key[1])
                .withAddresses(person.addresses())
                .withContactPoints(person.contactPoints())
                .with(Person.LOYALTY_NUMBER, person.require(Person.LOYALTY_NUMBER))
                .with(Person.BIRTH_DATE, person.require(Person.BIRTH_DATE));
    }

    /** So far by identifiers alone, which here are telephone numbers. */
    private static List<Remark> identify(CrmSession tx, List<WebShopRecord> records) {
        B2c.in(tx)
                .identity()
                .identifyAll(records.stream().map(WebShopRecord::record).toList());
        return List.of();
    }

    private static List<Remark> compare(CrmSession tx, List<String> once) {
        Identity identity = B2c.in(tx).identity();
        identity.activate(identity.train(Identity.standardAttributes()));
        identity.resettle();
        return List.of();
    }
}
