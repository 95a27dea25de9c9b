package dev.clientele.b2b.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.error.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class TeamTest extends StoredTest {

    TeamTest(Store store) {
        super(store);
    }

    @Test
    void a_sales_representative_has_an_office_a_territory_and_a_manager() {
        Territory emea = b2b.territories().add(Territory.of("EMEA", "Europe, Middle East, Africa"));
        SalesRep boss = rep("Mary");

        SalesRep gerard = b2b.salesReps()
                .add(SalesRep.named("Gerard")
                        .with(SalesRep.OFFICE, "Paris")
                        .with(SalesRep.TERRITORY, emea.id())
                        .with(SalesRep.MANAGER, boss.id()));

        assertThat(b2b.salesReps()
                        .query(SalesRep.TERRITORY.is(emea.id()).and(SalesRep.OFFICE.is("Paris")))
                        .first())
                .contains(gerard);
        assertThat(gerard.toString()).doesNotContain("Gerard");
    }

    @Test
    void nobody_is_their_own_manager() {
        SalesRep mary = rep("Mary");
        SalesRep gerard = b2b.salesReps().add(SalesRep.named("Gerard").with(SalesRep.MANAGER, mary.id()));

        assertThatThrownBy(() -> b2b.salesReps().save(mary.with(SalesRep.MANAGER, gerard.id())))
                .isInstanceOf(InvalidException.class);
    }
}
