package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.record.Statement;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies by purpose and changed later, data taken out of use, and records that say more than they may. */
@ParameterizedClass
@EnumSource(Store.class)
class PurposesAndLimitsTest extends StoredTest {

    PurposesAndLimitsTest(Store store) {
        super(store);
    }

    private Id<Person> identify(String number) {
        return b2c.identity()
                .identify(SourceRecord.of("shop", number).email("ana@example.com"))
                .person();
    }

    private static MatchPolicy strict() {
        MatchPolicy standard = MatchPolicy.standard();
        return standard.withIdentifiers(standard.identifiers().without(IdentifierType.EMAIL));
    }

    @Test
    void a_stricter_policy_takes_persons_apart_and_the_looser_one_joins_them_again() {
        Id<Person> ana = identify("1");
        assertThat(identify("2")).isEqualTo(ana);

        b2c.identity().setPolicy(strict());
        b2c.identity().resettle();
        assertThat(b2c.persons().all().count()).isEqualTo(2);

        b2c.identity().setPolicy(MatchPolicy.standard());
        b2c.identity().resettle();
        assertThat(b2c.persons().all().count()).isEqualTo(1);
        assertThat(b2c.identity().records(ana)).hasSize(2);
    }

    @Test
    void a_strict_purpose_finds_two_where_a_loose_one_finds_one() {
        Id<Person> ana = identify("1");
        identify("2");
        b2c.identity().setPolicy(strict().forPurpose("billing"));

        assertThat(b2c.identity().clusters(ana, "billing")).hasSize(2);
        assertThat(b2c.identity().clusters(ana, "marketing")).hasSize(1);
    }

    @Test
    void an_address_withdrawn_for_a_purpose_links_nobody_there_and_withdrawing_it_again_does_nothing() {
        Id<Person> ana = identify("1");
        identify("2");
        b2c.identity().withdraw(ana, "email", "marketing");
        assertThat(b2c.identity().clusters(ana, "marketing")).hasSize(2);
        assertThat(b2c.persons().all().count()).isEqualTo(1);

        b2c.identity().withdraw(ana, "email", MatchPolicy.IDENTITY);
        assertThat(b2c.persons().all().count()).isEqualTo(2);
        long version = b2c.persons().get(ana).version();
        b2c.identity().withdraw(ana, "email", MatchPolicy.IDENTITY);
        assertThat(b2c.persons().get(ana).version()).isEqualTo(version);
    }

    @Test
    void a_record_that_says_more_than_it_may_is_refused_without_telling_what() {
        SourceRecord record = SourceRecord.of("shop", "1");
        for (int i = 0; i < Statement.MAX_IDENTIFIERS; i++) {
            record = record.device("canary-" + i);
        }
        SourceRecord full = record;

        assertThatThrownBy(() -> full.device("canary-more"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> full.attribute("note", "canary".repeat(1000)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> full.name(PersonName.of("canary".repeat(2000))))
                .hasMessageNotContaining("canary");
        assertThat(b2c.identity().identify(full).outcome()).isEqualTo(IdentityOutcome.CREATED);
    }
}
