package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceDriftTest {
    private static final int BIRTHDATE = 2;
    private static final LinkageSource FITTED = new SyntheticPeople(1).withDuplicates("shop", 2_000, 2);
    private static final LinkageResult RESULT =
            RecordLinker.link(SyntheticPeople.ATTRIBUTES, List.of(FITTED), LinkageSettings.of(LinkMode.DEDUPLICATE));
    private static final SourceProfile BEFORE = SourceProfile.of(RESULT.model(), FITTED);

    private static LinkageSource changed(LinkageSource source, UnaryOperator<@Nullable String> birthdate) {
        List<LinkageRecord> records = new ArrayList<>();
        for (LinkageRecord record : source.records()) {
            List<@Nullable String> values = new ArrayList<>(record.values());
            values.set(BIRTHDATE, birthdate.apply(values.get(BIRTHDATE)));
            records.add(new LinkageRecord(record.id(), values));
        }
        return new LinkageSource(source.name(), records);
    }

    private static List<AttributeKind> alarms(LinkageSource recent) {
        return alarms(SourceDrift.between(BEFORE, SourceProfile.of(RESULT.model(), recent)));
    }

    private static List<AttributeKind> alarms(List<AttributeDrift> drifts) {
        return drifts.stream()
                .filter(AttributeDrift::isAlarm)
                .map(drift -> drift.attribute().kind())
                .toList();
    }

    @Test
    void records_of_the_same_make_raise_no_alarm_be_they_many_or_few() {
        for (int persons : new int[] {3, 30, 300, 3_000}) {
            assertThat(alarms(new SyntheticPeople(2).withDuplicates("shop", persons, 2)))
                    .as("%d persons", persons)
                    .isEmpty();
        }
        assertThat(alarms(new LinkageSource("shop", List.of()))).isEmpty();
    }

    @Test
    void values_that_are_no_longer_asked_for_or_that_cannot_be_read_raise_an_alarm() {
        LinkageSource recent = new SyntheticPeople(3).withDuplicates("shop", 500, 2);

        assertThat(alarms(changed(recent, day -> null))).containsExactly(AttributeKind.BIRTHDATE);
        assertThat(alarms(changed(recent, day -> "see file"))).containsExactly(AttributeKind.BIRTHDATE);
    }

    @Test
    void a_default_that_stands_for_unknown_values_raises_an_alarm() {
        LinkageSource recent = new SyntheticPeople(4).withDuplicates("shop", 500, 2);

        assertThat(alarms(changed(recent, day -> day != null && day.hashCode() % 2 == 0 ? "1970-01-01" : day)))
                .containsExactly(AttributeKind.BIRTHDATE);
    }

    @Test
    void the_index_is_zero_against_itself_and_grows_with_the_change() {
        assertThat(SourceDrift.between(BEFORE, BEFORE)).allMatch(drift -> drift.stabilityIndex() == 0);
        double some = index(changed(FITTED, day -> day != null && day.hashCode() % 4 == 0 ? null : day));
        double many = index(changed(FITTED, day -> day != null && day.hashCode() % 4 != 0 ? null : day));

        assertThat(some).isPositive().isLessThan(many);
    }

    private static double index(LinkageSource recent) {
        return SourceDrift.between(BEFORE, SourceProfile.of(RESULT.model(), recent))
                .get(BIRTHDATE)
                .stabilityIndex();
    }

    @Test
    void matches_that_agree_otherwise_than_those_learned_from_raise_an_alarm() {
        List<Waterfall> matches = explained(RESULT.model(), FITTED);
        LinkageSource slips =
                changed(FITTED, day -> day == null ? null : day.substring(0, 8) + (10 + Math.abs(day.hashCode() % 18)));

        assertThat(alarms(SourceDrift.ofMatches(RESULT.model(), matches))).isEmpty();
        assertThat(alarms(SourceDrift.ofMatches(RESULT.model(), List.of()))).isEmpty();
        assertThat(alarms(SourceDrift.ofMatches(RESULT.model(), explained(RESULT.model(), changedCopies(slips)))))
                .contains(AttributeKind.BIRTHDATE);
    }

    /** The second record of each person as it was, the first one changed. */
    private static LinkageSource changedCopies(LinkageSource changed) {
        List<LinkageRecord> records = new ArrayList<>();
        for (int i = 0; i < changed.records().size(); i++) {
            LinkageRecord record = changed.records().get(i);
            records.add(record.id().endsWith("-0") ? record : FITTED.records().get(i));
        }
        return new LinkageSource(changed.name(), records);
    }

    private static List<Waterfall> explained(LinkageModel model, LinkageSource source) {
        List<Waterfall> matches = new ArrayList<>();
        for (int i = 1; i < source.records().size(); i++) {
            LinkageRecord one = source.records().get(i - 1);
            LinkageRecord other = source.records().get(i);
            if (one.id().endsWith("-0") && other.id().endsWith("-1")) {
                matches.add(model.scorer().explain(model.prepare("shop", one), model.prepare("shop", other)));
            }
        }
        return matches;
    }

    @Test
    void profiles_of_different_attributes_cannot_be_compared() {
        SourceProfile other = new SourceProfile(List.of(), List.of());

        assertThatThrownBy(() -> SourceDrift.between(BEFORE, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same attributes");
        assertThatThrownBy(() -> new SourceProfile(BEFORE.attributes(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11 for each of 6");
    }
}
