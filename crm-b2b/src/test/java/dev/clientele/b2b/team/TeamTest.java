package dev.clientele.b2b.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
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
        Territory emea = b2b.teams().territories().add(Territory.of("EMEA", "Europe, Middle East, Africa"));
        SalesRep boss = rep("Mary");

        SalesRep gerard = b2b.teams()
                .salesReps()
                .add(SalesRep.named("Gerard")
                        .with(SalesRep.OFFICE, "Paris")
                        .with(SalesRep.TERRITORY, emea.id())
                        .with(SalesRep.MANAGER, boss.id()));

        assertThat(b2b.teams()
                        .salesReps()
                        .query(SalesRep.TERRITORY.is(emea.id()).and(SalesRep.OFFICE.is("Paris")))
                        .first())
                .contains(gerard);
        assertThat(gerard.toString()).doesNotContain("Gerard");
    }

    @Test
    void what_a_team_has_is_a_criteria() {
        SalesRep mary = rep("Mary");
        SalesRep gerard = b2b.teams().salesReps().add(SalesRep.named("Gerard").with(SalesRep.MANAGER, mary.id()));
        SalesRep ines = b2b.teams().salesReps().add(SalesRep.named("Ines").with(SalesRep.MANAGER, gerard.id()));
        rep("Zoe");
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.OWNER, ines.id()));
        account("Initech");

        assertThat(b2b.teams().teamOf(mary.id())).containsExactlyInAnyOrder(mary.id(), gerard.id(), ines.id());
        assertThat(b2b.accounts()
                        .query(Account.OWNER.in(b2b.teams().teamOf(gerard.id())))
                        .first())
                .contains(globex);
    }

    @Test
    void what_lies_within_a_territory_is_a_criteria() {
        Territory emea = b2b.teams().territories().add(Territory.of("EMEA", "Europe, Middle East, Africa"));
        Territory germany =
                b2b.teams().territories().add(Territory.of("DE", "Germany").with(Territory.PARENT, emea.id()));
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.TERRITORY, germany.id()));
        account("Initech");

        assertThat(b2b.accounts()
                        .query(Account.TERRITORY.in(b2b.teams().territoriesWithin(emea.id())))
                        .first())
                .contains(globex);
    }

    @Test
    void nobody_is_their_own_manager() {
        SalesRep mary = rep("Mary");
        SalesRep gerard = b2b.teams().salesReps().add(SalesRep.named("Gerard").with(SalesRep.MANAGER, mary.id()));

        assertThatThrownBy(() -> b2b.teams().salesReps().save(mary.with(SalesRep.MANAGER, gerard.id())))
                .isInstanceOf(InvalidException.class);
    }
}
