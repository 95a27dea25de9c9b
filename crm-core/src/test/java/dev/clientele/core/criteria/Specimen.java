package dev.clientele.core.criteria;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;

/** A record with a field of each kind. */
public final class Specimen extends Entity<Specimen> {

    private static final EntityTypeBuilder<Specimen> DECLARE = EntityType.define("specimen", Specimen::new);

    static final Kinds<Specimen> KINDS = new Kinds<>(DECLARE);

    static final EntityType<Specimen> TYPE = DECLARE.build();

    private Specimen(EntityState<Specimen> state) {
        super(state);
    }
}
