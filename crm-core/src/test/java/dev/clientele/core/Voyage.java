package dev.clientele.core;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;

/** A second record type, which refers to the first and has a key of two fields. */
public final class Voyage extends Entity<Voyage> {

    private static final EntityTypeBuilder<Voyage> DECLARE = EntityType.define("voyage", Voyage::new);

    public static final ReferenceField<Voyage, Vessel> VESSEL = DECLARE.reference("vessel", "vessel", Trait.REQUIRED);
    public static final OrderedField<Voyage, Long> NUMBER = DECLARE.integer("number", Trait.REQUIRED);
    public static final TextField<Voyage> TO = DECLARE.text("destination", 60);

    public static final EntityType<Voyage> TYPE =
            DECLARE.uniqueKey("vessel_and_number", VESSEL, NUMBER).build();

    private Voyage(EntityState<Voyage> state) {
        super(state);
    }

    public static Voyage of(Id<Vessel> vessel, long number) {
        return TYPE.newEntity().with(VESSEL, vessel).with(NUMBER, number);
    }
}
