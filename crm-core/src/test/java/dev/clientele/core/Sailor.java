package dev.clientele.core;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.TextField;

/** Somebody who goes to sea, known by several crew lists. */
final class Sailor extends Entity<Sailor> {

    private static final EntityTypeBuilder<Sailor> DECLARE = EntityType.define("sailor", Sailor::new);

    static final TextField<Sailor> NAME = DECLARE.text("name", 60);

    static final EntityType<Sailor> TYPE = DECLARE.build();

    private Sailor(EntityState<Sailor> state) {
        super(state);
    }

    static Sailor named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }
}
