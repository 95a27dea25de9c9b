package dev.clientele.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record asked itself says what a query would. */
class CriteriaMatchTest {

    private static final Kinds<Specimen> KINDS = Specimen.KINDS;

    private final Specimen specimen =
            Specimen.TYPE.newEntity().with(KINDS.found, Samples.NOW).with(KINDS.weight, new BigDecimal("1.10"));

    @Test
    void constants_are_brought_into_the_form_that_storage_keeps() {
        assertThat(meets(Criteria.equal("found", Samples.NOW))).isTrue();
        assertThat(meets(Criteria.equal("weight", new BigDecimal("1.1")))).isTrue();
        assertThat(specimen.with(KINDS.score, 0.0).matches(Criteria.equal("score", -0.0), Samples.NOW))
                .isTrue();
    }

    @Test
    void its_id_counts() {
        Id<Specimen> id = Id.of(new UUID(0, 1));

        assertThat(specimen.withId(id).matches(Criteria.equal("id", id.toString()), Samples.NOW))
                .isTrue();
        assertThat(meets(Criteria.missing("id"))).isTrue();
    }

    @Test
    void a_custom_field_counts_though_the_record_was_made_without_knowing_of_it() {
        EntityTypeBuilder<Specimen> extend = Specimen.TYPE.extend();
        OrderedField<Specimen, Long> shelf = extend.integer("shelf");

        assertThat(specimen.with(shelf, 7L).matches(shelf.is(7L), Samples.NOW)).isTrue();
        assertThat(meets(shelf.isMissing())).isTrue();
    }

    @Test
    void a_constant_of_another_type_is_a_wrong_argument() {
        assertThatThrownBy(() -> meets(Criteria.compare("weight", Operator.ABOVE, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean meets(Criteria criteria) {
        return specimen.matches(criteria, Samples.NOW);
    }
}
