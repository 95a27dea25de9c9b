package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.core.customer.Country;
import dev.clientele.core.merge.SurvivorshipRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillRuleTest {

    private static final Account BARE = Account.named("Globex");
    private static final Account RICH = Account.named("Globex Corp")
            .with(Account.INDUSTRY, "energy")
            .with(Account.COUNTRY, Country.of("GB"))
            .with(Account.CITY, "Leeds")
            .with(Account.TAGS, Set.of("b"));

    private static Account filled(SurvivorshipRule<Account> rule, Account survivor) {
        return rule.apply(Account.TYPE, survivor, RICH);
    }

    @Test
    void what_is_missing_is_filled_and_what_is_there_stays() {
        Account filled = filled(SurvivorshipRule.standard(), BARE);

        assertThat(filled.name()).isEqualTo("Globex");
        assertThat(filled.get(Account.INDUSTRY)).isEqualTo("energy");
        assertThat(filled(SurvivorshipRule.standard(), BARE.with(Account.INDUSTRY, "toys"))
                        .get(Account.INDUSTRY))
                .isEqualTo("toys");
    }

    @Test
    void sets_become_the_set_of_both() {
        assertThat(filled(SurvivorshipRule.standard(), BARE.with(Account.TAGS, Set.of("a")))
                        .get(Account.TAGS))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void what_goes_together_is_filled_together_or_not_at_all() {
        SurvivorshipRule<Account> rule = Accounts.survivorshipRule();

        assertThat(filled(rule, BARE).get(Account.CITY)).isEqualTo("Leeds");
        assertThat(filled(rule, BARE.with(Account.COUNTRY, Country.of("DE"))).get(Account.CITY))
                .isNull();
    }

    @Test
    void what_is_chosen_of_fields_that_go_together_brings_the_others() {
        Account german = BARE.with(Account.COUNTRY, Country.of("DE")).with(Account.CITY, "Bonn");

        Account filled = filled(Accounts.survivorshipRule().preferDuplicate(Account.CITY), german);

        assertThat(filled.get(Account.CITY)).isEqualTo("Leeds");
        assertThat(filled.get(Account.COUNTRY)).isEqualTo(Country.of("GB"));
    }

    @Test
    void taking_what_the_other_has_not_leaves_what_is_there() {
        Account known = BARE.with(Account.DOMAIN, "globex.example");

        assertThat(filled(Accounts.survivorshipRule().preferDuplicate(Account.DOMAIN), known)
                        .get(Account.DOMAIN))
                .isEqualTo("globex.example");
    }

    @Test
    void keeping_goes_before_taking() {
        SurvivorshipRule<Account> rule =
                Accounts.survivorshipRule().preferDuplicate(Account.INDUSTRY).keepSurvivor(Account.INDUSTRY);

        assertThat(filled(rule, BARE).get(Account.INDUSTRY)).isNull();
    }
}
