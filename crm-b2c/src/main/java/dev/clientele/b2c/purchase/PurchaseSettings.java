package dev.clientele.b2c.purchase;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Trait;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;

/** A tenant's {@link PurchasePolicy} as it is stored: one record, whose history tells who changed it. */
public final class PurchaseSettings extends Entity<PurchaseSettings> {

    private static final EntityTypeBuilder<PurchaseSettings> DECLARE =
            EntityType.define("purchase_settings", PurchaseSettings::new);

    /** The place whose days count. */
    public static final CodedField<PurchaseSettings, ZoneId> ZONE =
            DECLARE.coded("zone", ZoneId::getId, ZoneId::of, Trait.REQUIRED);
    /** The way in which purchases of one day count. */
    public static final CodedField<PurchaseSettings, SameDay> SAME_DAY =
            DECLARE.choice("same_day", SameDay.class, Trait.REQUIRED);
    /** The effect of refunds. */
    public static final CodedField<PurchaseSettings, Refunds> REFUNDS =
            DECLARE.choice("refunds", Refunds.class, Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<PurchaseSettings> TYPE = DECLARE.build();

    private PurchaseSettings(EntityState<PurchaseSettings> state) {
        super(state);
    }

    /** Returns the id of the one record. */
    static Id<PurchaseSettings> singletonId() {
        return Id.of(UUID.nameUUIDFromBytes("clientele purchase settings".getBytes(StandardCharsets.UTF_8)));
    }

    static PurchaseSettings create() {
        return TYPE.newEntity().withId(singletonId());
    }

    PurchaseSettings with(PurchasePolicy policy) {
        return with(ZONE, policy.zone())
                .with(SAME_DAY, policy.rule().sameDay())
                .with(REFUNDS, policy.rule().refunds());
    }

    PurchasePolicy policy() {
        return new PurchasePolicy(require(ZONE), new CountingRule(require(SAME_DAY), require(REFUNDS)));
    }
}
