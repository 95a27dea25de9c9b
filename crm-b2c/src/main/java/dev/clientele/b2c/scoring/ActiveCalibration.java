package dev.clientele.b2c.scoring;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The calibration by which a tenant's persons are scored, as somebody has chosen it: one record, whose history tells who chose
 * which when. Immutable and thread-safe.
 */
public final class ActiveCalibration extends Entity<ActiveCalibration> {

    private static final EntityTypeBuilder<ActiveCalibration> DECLARE =
            EntityType.define("active_calibration", ActiveCalibration::new);

    /** The calibration that was chosen; it can't be removed as long as it is. */
    public static final ReferenceField<ActiveCalibration, Calibration> CALIBRATION =
            DECLARE.reference("calibration", Calibration.TYPE.name(), Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<ActiveCalibration> TYPE = DECLARE.build();

    private ActiveCalibration(EntityState<ActiveCalibration> state) {
        super(state);
    }

    /** Returns the id of the one record. */
    static Id<ActiveCalibration> singletonId() {
        return Id.of(UUID.nameUUIDFromBytes("clientele active calibration".getBytes(StandardCharsets.UTF_8)));
    }

    static ActiveCalibration of(Calibration calibration) {
        return TYPE.newEntity().withId(singletonId()).with(CALIBRATION, calibration.id());
    }
}
