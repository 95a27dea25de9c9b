package dev.clientele.b2c.identity.relation;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Trait;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The rules by which a tenant's persons are related: one record, whose history tells who changed it. Immutable and thread-safe. */
public final class RelationSettings extends Entity<RelationSettings> {

    private static final int MAX_RULES = 20;

    private static final EntityTypeBuilder<RelationSettings> DECLARE =
            EntityType.define("relation_settings", RelationSettings::new);

    /** The rules. */
    public static final BodyField<RelationSettings, List<RelationRule>> RULES =
            DECLARE.list("rules", RelationRule.class, MAX_RULES, Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<RelationSettings> TYPE = DECLARE.build();

    private RelationSettings(EntityState<RelationSettings> state) {
        super(state);
    }

    static Id<RelationSettings> singletonId() {
        return Id.of(UUID.nameUUIDFromBytes("clientele relation settings".getBytes(StandardCharsets.UTF_8)));
    }

    static RelationSettings create() {
        return TYPE.newEntity().withId(singletonId());
    }

    List<RelationRule> rules() {
        return getOrDefault(RULES, List.of());
    }
}
