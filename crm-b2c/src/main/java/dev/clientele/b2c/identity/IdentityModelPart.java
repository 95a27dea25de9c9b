package dev.clientele.b2c.identity;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;

/** A part of a model, as large as a record may be. Immutable and thread-safe. */
public final class IdentityModelPart extends Entity<IdentityModelPart> {

    private static final EntityTypeBuilder<IdentityModelPart> DECLARE =
            EntityType.define("identity_model_part", IdentityModelPart::new);

    /** The model that it is a part of. */
    public static final ReferenceField<IdentityModelPart, IdentityModel> MODEL =
            DECLARE.reference("model", IdentityModel.TYPE.name(), Trait.REQUIRED, Trait.INDEXED);
    /** Its place among the parts, from 0. */
    public static final OrderedField<IdentityModelPart, Long> ORDINAL = DECLARE.integer("ordinal", Trait.REQUIRED);
    /** The data. */
    public static final BodyField<IdentityModelPart, ModelContent> CONTENT =
            DECLARE.structured("content", ModelContent.class, Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<IdentityModelPart> TYPE =
            DECLARE.derived().uniqueKey("one_order", MODEL, ORDINAL).build();

    private IdentityModelPart(EntityState<IdentityModelPart> state) {
        super(state);
    }
}
