package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.linkage.AttributeDrift;
import dev.clientele.b2c.identity.linkage.Thresholds;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.error.InvalidException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Models of the stored records: what people decide corrects them, and what systems say may drift away from them. */
@ParameterizedClass
@EnumSource(Store.class)
class TrainedIdentityTest extends StoredTest {

    private static final List<String> STARTS =
            List.of("Ba", "Do", "El", "Gu", "Ha", "Jo", "Ka", "Li", "Mo", "Na", "Ro", "Ti");
    private static final List<String> ENDS =
            List.of("na", "ler", "mann", "ski", "to", "wen", "berg", "ez", "ova", "ton");

    TrainedIdentityTest(Store store) {
        super(store);
    }

    private static String name(Random random) {
        return STARTS.get(random.nextInt(STARTS.size()))
                + STARTS.get(random.nextInt(STARTS.size())).toLowerCase(Locale.ROOT)
                + ENDS.get(random.nextInt(ENDS.size()));
    }

    /** The record of a system about one of many people. */
    private static SourceRecord record(String source, int person, boolean birthDate) {
        Random random = new Random(person);
        SourceRecord record = SourceRecord.of(source, source + person)
                .name(PersonName.of(name(random), name(random)))
                .address(PostalAddress.builder(Country.of("GB"))
                        .line(1 + random.nextInt(90) + " " + name(random) + " Road")
                        .city(name(random))
                        .build());
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
        return birthDate ? record.birthDate(born) : record;
    }

    private static List<SourceRecord> people(String source, int from, int to, boolean birthDates) {
        return IntStream.range(from, to)
                .mapToObj(person -> record(source, person, birthDates))
                .toList();
    }

    private IdentityModel train() {
        return b2c.identity().train(Identity.standardAttributes());
    }

    /** Two systems know the same people, and a third knows others who are called the same; hardly anything is sure enough. */
    private IdentityModel activated() {
        b2c.identity().identifyAll(people("shop", 0, 120, true));
        b2c.identity().identifyAll(people("crm", 0, 60, true));
        List<SourceRecord> namesakes = new ArrayList<>();
        for (int person = 0; person < 30; person++) {
            Random random = new Random(person);
            namesakes.add(record("list", person + 1000, true).name(PersonName.of(name(random), name(random))));
        }
        IdentityModel model = train();
        b2c.identity().setPolicy(b2c.identity().policy().withThresholds(new Thresholds(0.99999999, 1e-6)));
        b2c.identity().activate(model);
        b2c.identity().resettle();
        b2c.identity().identifyAll(namesakes);
        return model;
    }

    @Test
    void a_model_tells_if_nobody_seems_to_be_recorded_twice() {
        b2c.identity().identifyAll(people("shop", 0, 150, true));
        IdentityModel once = train();
        b2c.identity().identifyAll(people("crm", 0, 50, true));

        assertThat(once.matchesFound()).isFalse();
        assertThat(train().matchesFound()).isTrue();
    }

    @Test
    void the_questions_that_tell_most_are_about_no_record_twice() {
        activated();
        List<MatchReview> asked = b2c.identity().ask(5);
        Set<Object> records = new HashSet<>();

        assertThat(asked).hasSize(5).allMatch(review -> review.answer().isEmpty());
        assertThat(asked).allMatch(review -> records.add(review.first()) && records.add(review.second()));
        b2c.identity().answer(asked.get(0), true);
        assertThat(b2c.identity().ask(5)).doesNotContain(asked.get(0));
    }

    @Test
    void what_people_decided_corrects_the_next_model() {
        IdentityModel before = activated();
        List<MatchReview> asked = b2c.identity().ask(10);
        asked.forEach(review -> b2c.identity().answer(review, false));
        IdentityModel after = train();
        ModelComparison comparison = b2c.identity().compare(before, after);

        assertThat(after.require(IdentityModel.LABELS)).isEqualTo(asked.size());
        assertThat(comparison.judged()).isEqualTo(asked.size());
        assertThat(comparison.otherLogLoss()).isLessThan(comparison.logLoss());
        assertThat(b2c.identity().models().stream().map(IdentityModel::id))
                .containsExactlyInAnyOrder(before.id(), after.id());
    }

    @Test
    void a_decision_that_was_taken_back_is_no_label() {
        activated();
        Identified one = b2c.identity().identify(record("shop", 100, true));
        Identified other = b2c.identity().identify(record("shop", 101, true));
        IdentityDecision decision = b2c.identity().forbid(one.person(), other.person());

        assertThat(train().require(IdentityModel.LABELS)).isEqualTo(1);
        b2c.identity().unmerge(decision);
        assertThat(train().require(IdentityModel.LABELS)).isEqualTo(0);
    }

    @Test
    void a_form_that_no_longer_asks_for_birthdates_raises_an_alarm() {
        activated();
        b2c.identity()
                .identifyAll(people("shop", 200, 320, false).stream()
                        .map(record -> record.said(NOW))
                        .toList());
        List<AttributeDrift> drifts = b2c.identity().drift("shop", NOW.minusSeconds(1));

        assertThat(drifts.stream().filter(AttributeDrift::isAlarm))
                .extracting(drift -> drift.attribute().name())
                .containsExactly("birthdate");
    }

    @Test
    void drift_is_told_of_sources_alone_that_the_model_was_fitted_to() {
        assertThatThrownBy(() -> b2c.identity().drift("shop", NOW)).isInstanceOf(InvalidException.class);
        activated();

        assertThatThrownBy(() -> b2c.identity().drift("elsewhere", NOW)).isInstanceOf(InvalidException.class);
    }
}
