package dev.clientele.b2c.identity;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The settings by which a tenant's persons are identified: one record, whose history tells who changed it. Immutable and thread-safe. */
public final class IdentitySettings extends Entity<IdentitySettings> {

    private static final EntityTypeBuilder<IdentitySettings> DECLARE =
            EntityType.define("identity_settings", IdentitySettings::new);

    /** The model by which records are compared; missing if only identifiers count. */
    public static final ReferenceField<IdentitySettings, IdentityModel> MODEL =
            DECLARE.reference("model", IdentityModel.TYPE.name());

    /** The policies and the rules; the standard ones if missing. */
    public static final ReferenceField<IdentitySettings, IdentityPolicySet> POLICY_SET =
            DECLARE.reference("policy_set", IdentityPolicySet.TYPE.name());

    /** The declaration. */
    public static final EntityType<IdentitySettings> TYPE = DECLARE.build();

    private IdentitySettings(EntityState<IdentitySettings> state) {
        super(state);
    }

    static Id<IdentitySettings> singletonId() {
        return Id.of(UUID.nameUUIDFromBytes("clientele identity settings".getBytes(StandardCharsets.UTF_8)));
    }

    static IdentitySettings create() {
        return TYPE.newEntity().withId(singletonId());
    }
}
