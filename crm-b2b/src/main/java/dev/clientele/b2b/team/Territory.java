package dev.clientele.b2b.team;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;

/**
 * A part of the market that somebody is responsible for: a region, an industry, a list of names. Immutable and
 * thread-safe.
 */
public final class Territory extends Entity<Territory> {

    private static final EntityTypeBuilder<Territory> DECLARE = EntityType.define("territory", Territory::new);

    /** The unique code, such as {@code EMEA}. */
    public static final TextField<Territory> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The display name. */
    public static final TextField<Territory> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The larger territory that it is part of. */
    public static final ReferenceField<Territory, Territory> PARENT =
            DECLARE.reference("parent", "territory", Trait.ACYCLIC, Trait.INDEXED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Territory> TYPE = DECLARE.build();

    private Territory(EntityState<Territory> state) {
        super(state);
    }

    /** Returns a new territory. */
    public static Territory of(String code, String name) {
        return TYPE.newEntity().with(CODE, code).with(NAME, name);
    }

    /** Returns the unique code. */
    public String code() {
        return require(CODE);
    }

    /** Returns the display name. */
    public String name() {
        return require(NAME);
    }
}
