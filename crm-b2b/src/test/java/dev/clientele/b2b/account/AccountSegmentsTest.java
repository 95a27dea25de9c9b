package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.Country;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.segment.RecordSegment;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class AccountSegmentsTest extends StoredTest {

    private static final Country DE = Country.of("DE");

    private Account siemens;
    private Account bakery;
    private RecordSegment large;

    AccountSegmentsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void addAccounts() {
        siemens = b2b.accounts()
                .add(Account.named("Siemens").with(Account.EMPLOYEES, 300_000L).with(Account.COUNTRY, DE));
        bakery = b2b.accounts()
                .add(Account.named("Bakery").with(Account.EMPLOYEES, 3L).with(Account.COUNTRY, DE));
        large = b2b.accounts().segments().add(RecordSegment.of("large", "Large", Account.EMPLOYEES.atLeast(1000L)));
        b2b.accounts().segments().add(RecordSegment.of("german", "German", Account.COUNTRY.is(DE)));
    }

    @Test
    void members_are_found_counted_and_narrowed() {
        try (Stream<Account> members = b2b.accounts().segments().members("large").stream()) {
            assertThat(members).containsExactly(siemens);
        }
        assertThat(b2b.accounts().segments().members("german").count()).isEqualTo(2);
        assertThat(b2b.accounts()
                        .segments()
                        .members("german")
                        .and(large.criteria())
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> b2b.accounts().segments().members("small"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_account_knows_its_segments_as_they_are_now() {
        assertThat(b2b.accounts().segments().findContaining(siemens))
                .extracting(RecordSegment::code)
                .containsExactly("german", "large");
        assertThat(b2b.accounts().segments().findContaining(bakery))
                .extracting(RecordSegment::code)
                .containsExactly("german");

        b2b.accounts().segments().save(large.withCriteria(Account.EMPLOYEES.atLeast(1L)));

        assertThat(b2b.accounts().segments().findContaining(bakery)).hasSize(2);
        assertThat(b2b.accounts().segments().members("large").count()).isEqualTo(2);
    }

    @Test
    void a_code_is_taken_once_and_a_criteria_has_to_fit() {
        assertThatThrownBy(() -> b2b.accounts().segments().add(RecordSegment.of("large", "Large", Criteria.always())))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> b2b.accounts().segments().save(large.withCriteria(Criteria.equal("colour", "red"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("doesn't fit account");
        assertThatThrownBy(() -> b2b.accounts()
                        .segments()
                        .add(RecordSegment.of("wrong", "Wrong", Criteria.equal(Account.EMPLOYEES.name(), "many"))))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void an_actor_sees_the_members_that_the_policy_shows() {
        Crm guarded = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(new SmallOnly())
                .build();
        B2b clerk = B2b.in(guarded.session(TenantId.of("acme"), Actor.user("clerk")));

        assertThat(clerk.accounts().segments().members("german").count()).isEqualTo(1);
        assertThat(clerk.accounts().segments().members("large").count()).isZero();
    }

    @Test
    void another_tenant_has_other_segments() {
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.accounts().segments().all().count()).isZero();
        assertThat(other.accounts().segments().findContaining(siemens)).isEmpty();
    }

    private static final class SmallOnly implements AccessPolicy {
        @Override
        public Criteria readable(Actor actor, String type) {
            return type.equals("account") ? Account.EMPLOYEES.below(10L) : Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return Criteria.always();
        }
    }
}
