package dev.clientele.b2b.revenue.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.survey.NetPromoterScore;
import dev.clientele.core.survey.SatisfactionScore;
import dev.clientele.core.survey.SurveyQuestion;
import dev.clientele.core.survey.SurveyResponse;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class HealthChecksTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private Account globex;

    HealthChecksTest(Store store) {
        super(store);
    }

    @BeforeEach
    void addAccount() {
        globex = account("Globex");
    }

    private void talked(int daysAgo, Direction direction) {
        session.timeline()
                .record(Interaction.of(Channel.CALL, direction, NOW.minus(Duration.ofDays(daysAgo)), globex.id()));
    }

    private void answered(SurveyQuestion question, int answer, int daysAgo) {
        b2b.revenue()
                .surveys()
                .record(AccountSurvey.response(globex.id(), question, answer, NOW.minus(Duration.ofDays(daysAgo))));
    }

    private Contract contract(LocalDate start) {
        return b2b.revenue().contracts().add(Contract.of(globex.id(), "Support", eur("10"), start, 12));
    }

    private HealthReason reason(String name) {
        return b2b.revenue().healthChecks().check(globex.id()).reasons().stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_account_of_which_nothing_is_known_but_silence_is_unwell() {
        HealthCheck check = b2b.revenue().healthChecks().check(globex.id());

        assertThat(check.assessment().score()).hasValue(0);
        assertThat(check.assessment().known()).isCloseTo(0.4, within(1e-12));
        assertThat(check.assessment().missing()).containsExactly("recommendation", "renewal", "satisfaction");
        assertThat(check.reasons()).containsExactly(new HealthReason("activity", 0, "nothing on the timeline"));
    }

    @Test
    void the_longer_nobody_talked_the_worse() {
        talked(100, Direction.INBOUND);
        assertThat(reason("activity").score()).isZero();
        talked(52, Direction.OUTBOUND);
        assertThat(reason("activity").score()).isCloseTo(50, within(1e-9));
        talked(3, Direction.INBOUND);
        assertThat(reason("activity")).isEqualTo(new HealthReason("activity", 100, "the last contact was 3 days ago"));
    }

    @Test
    void notes_among_ourselves_and_meetings_to_come_are_no_contact() {
        talked(1, Direction.INTERNAL);
        talked(-1, Direction.OUTBOUND);

        assertThat(reason("activity").message()).isEqualTo("nothing on the timeline");
    }

    @Test
    void the_nearer_the_end_of_a_contract_the_worse_until_it_is_renewed() {
        Contract contract = contract(TODAY.minusMonths(12).plusDays(46));
        assertThat(reason("renewal"))
                .isEqualTo(new HealthReason("renewal", 50, "the next contract to be renewed ends in 46 days"));

        b2b.revenue().contracts().renew(contract);

        assertThat(reason("renewal").score()).isEqualTo(100);
    }

    @Test
    void what_people_answered_within_a_year_counts() {
        answered(SurveyQuestion.RECOMMENDATION, 9, 10);
        answered(SurveyQuestion.RECOMMENDATION, 6, 20);
        answered(SurveyQuestion.RECOMMENDATION, 0, 366);
        answered(SurveyQuestion.SATISFACTION, 4, 10);

        assertThat(reason("recommendation"))
                .isEqualTo(new HealthReason("recommendation", 75, "the mean of 2 answers is 7.5"));
        assertThat(reason("satisfaction").score()).isCloseTo(75, within(1e-9));
    }

    /** 40 · 100 + 30 · 50 + 20 · 90 over 90. */
    @Test
    void the_score_is_the_weighted_mean_of_what_is_known_and_its_reasons_come_worst_first() {
        talked(3, Direction.INBOUND);
        contract(TODAY.minusMonths(12).plusDays(46));
        answered(SurveyQuestion.RECOMMENDATION, 9, 10);

        HealthCheck check = b2b.revenue().healthChecks().check(globex.id());

        assertThat(check.assessment().score()).hasValueCloseTo(7300 / 90.0, within(1e-9));
        assertThat(check.reasons())
                .extracting(HealthReason::name)
                .containsExactly("renewal", "recommendation", "activity");
    }

    @Test
    void what_the_host_knows_besides_counts_by_its_weight() {
        HealthChecks checks = b2b.revenue()
                .healthChecks()
                .withRules(
                        HealthRules.standard().withWeights(new HealthWeights(Map.of("activity", 1.0, "cases", 1.0))));
        talked(3, Direction.INBOUND);

        HealthCheck check = checks.check(globex.id(), List.of(new HealthReason("cases", 20, "4 cases are open")));

        assertThat(check.assessment().score()).hasValueCloseTo(60.0, within(1e-9));
        assertThatThrownBy(() -> checks.check(globex.id(), List.of(new HealthReason("usage", 1, "hardly used"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a weight for each score");
        assertThatThrownBy(() -> checks.check(globex.id(), List.of(new HealthReason("activity", 1, "again"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("once");
    }

    @Test
    void answers_are_counted_by_the_database() {
        List.of(10, 9, 9, 8, 3).forEach(answer -> answered(SurveyQuestion.RECOMMENDATION, answer, 5));
        List.of(5, 4, 2).forEach(answer -> answered(SurveyQuestion.SATISFACTION, answer, 5));

        assertThat(b2b.revenue()
                        .surveys()
                        .promoterScore(
                                NOW.minus(Duration.ofDays(30)),
                                NOW,
                                b2b.revenue().surveys().byAccount(globex.id())))
                .isEqualTo(new NetPromoterScore(3, 1, 1));
        assertThat(b2b.revenue().surveys().satisfaction(NOW.minus(Duration.ofDays(30)), NOW, Criteria.always()))
                .isEqualTo(new SatisfactionScore(2, 3));
    }

    @Test
    void an_answer_recorded_twice_counts_once_and_must_be_on_the_scale() {
        SurveyResponse answer = AccountSurvey.response(globex.id(), SurveyQuestion.SATISFACTION, 5, NOW)
                .withExternalId("survey", "1");

        assertThat(b2b.revenue().surveys().record(answer)).isTrue();
        assertThat(b2b.revenue().surveys().record(answer)).isFalse();
        assertThatThrownBy(() -> AccountSurvey.response(globex.id(), SurveyQuestion.SATISFACTION, 0, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answer must be 1 to 5, got 0");
    }

    @Test
    void what_is_known_of_an_account_that_was_merged_counts_for_the_one_it_is_now() {
        talked(3, Direction.INBOUND);
        answered(SurveyQuestion.RECOMMENDATION, 9, 10);
        Account survivor = account("Globex Corp.");

        b2b.accounts().merge(survivor, globex);

        HealthCheck check = b2b.revenue().healthChecks().check(survivor.id());
        assertThat(check.reasons()).extracting(HealthReason::name).containsExactly("recommendation", "activity");
        assertThat(check.reasons()).extracting(HealthReason::score).containsExactly(90.0, 100.0);
    }

    @Test
    void another_tenant_knows_neither_the_account_nor_its_answers() {
        answered(SurveyQuestion.RECOMMENDATION, 9, 10);

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.revenue()
                        .surveys()
                        .promoterScore(NOW.minus(Duration.ofDays(30)), NOW, Criteria.always())
                        .answers())
                .isZero();
        assertThatThrownBy(() -> other.revenue().healthChecks().check(globex.id()))
                .isInstanceOf(NotFoundException.class);
    }
}
