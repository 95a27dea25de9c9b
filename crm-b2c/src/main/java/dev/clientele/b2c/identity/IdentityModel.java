package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.TrainedModel;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;

/** A version of the model by which records are compared; never changed once stored. Holds no personal data. Thread-safe. */
public final class IdentityModel extends Entity<IdentityModel> {

    private static final EntityTypeBuilder<IdentityModel> DECLARE =
            EntityType.define("identity_model", IdentityModel::new);

    /** The time at which it was fitted. */
    public static final OrderedField<IdentityModel, Instant> FITTED_AT =
            DECLARE.instant("fitted_at", Trait.REQUIRED, Trait.INDEXED);
    /** The number of records that it was fitted to. */
    public static final OrderedField<IdentityModel, Long> RECORDS = DECLARE.integer("records", Trait.REQUIRED);
    /** The number of pairs that people had judged. */
    public static final OrderedField<IdentityModel, Long> LABELS = DECLARE.integer("labels");
    /** The number of pairs, of those that it was learned from, that are expected to be one person; missing if it was fitted elsewhere. */
    public static final OrderedField<IdentityModel, Double> EXPECTED_MATCHES = DECLARE.real("expected_matches");
    /** The version that the model gives itself. */
    public static final OrderedField<IdentityModel, Long> MODEL_VERSION =
            DECLARE.integer("model_version", Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<IdentityModel> TYPE = DECLARE.build();

    private IdentityModel(EntityState<IdentityModel> state) {
        super(state);
    }

    /**
     * Returns true if the records that it was fitted to seem to hold persons recorded twice, or if it was fitted elsewhere. If false, only
     * what agrees nearly completely matches: fit another when there are records of the same persons, or answer {@link Identity#ask}.
     */
    public boolean matchesFound() {
        return find(EXPECTED_MATCHES)
                .map(matches -> matches >= TrainedModel.LEAST_MATCHES)
                .orElse(true);
    }
}
