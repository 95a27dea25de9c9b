package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Attribute;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.Party;
import dev.clientele.core.interaction.Timeline;
import dev.clientele.persistence.criteria.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest extends StoredTest {

    private Timeline timeline;
    private Id<Vessel> aurora;
    private Id<Vessel> borealis;

    @BeforeEach
    void two_customers() {
        timeline = session.timeline();
        aurora = vessels.add(Vessel.named("Aurora")).id();
        borealis = vessels.add(Vessel.named("Borealis")).id();
    }

    @Test
    void an_interaction_comes_back_with_all_that_was_said_of_it() {
        Interaction mail = Interaction.of(Channel.EMAIL, Direction.OUTBOUND, NOW.minusSeconds(60), aurora)
                .with(Interaction.TITLE, "Renewal")
                .with(Interaction.CONTENT, "Dear Ana,\n…")
                .withAttribute("campaign", "spring")
                .withParty(borealis, "to")
                .withExternalId("mailbox", "<17@acme.example>");
        timeline.record(mail);

        Interaction read = timeline.latest(aurora, 1).items().get(0);

        assertThat(read).isEqualTo(mail);
        assertThat(read.parties()).containsExactly(Party.of(borealis, "to"));
        assertThat(read.get(Interaction.ATTRIBUTES)).containsExactly(new Attribute("campaign", "spring"));
        assertThat(read.recordedAt()).contains(NOW);
        assertThat(read.toString()).doesNotContain("Renewal", "Dear", "spring");
    }

    @Test
    void every_channel_and_the_hosts_own_stand_side_by_side_and_apart() {
        List<Channel> channels = List.of(
                Channel.EMAIL,
                Channel.CALL,
                Channel.MEETING,
                Channel.DEMO,
                Channel.VISIT,
                Channel.PURCHASE,
                Channel.CAMPAIGN_TOUCH,
                Channel.SUPPORT_CASE,
                Channel.SURVEY_ANSWER,
                Channel.NOTE,
                Channel.parse("port-call"));
        channels.forEach(channel -> timeline.record(Interaction.of(channel, Direction.INBOUND, NOW, aurora)));

        assertThat(timeline.forRecord(aurora).count()).isEqualTo(channels.size());
        assertThat(channels)
                .allSatisfy(channel -> assertThat(
                                timeline.forRecord(aurora, channel).page(5).items())
                        .singleElement()
                        .extracting(Interaction::channel)
                        .isEqualTo(channel));
        assertThat(timeline.forRecord(aurora).aggregate(List.of(Interaction.CHANNEL), List.of(Measure.count())))
                .hasSize(channels.size());
    }

    @Test
    void the_newest_comes_first_whatever_was_recorded_first() {
        record("second", NOW.minusSeconds(20));
        record("third", NOW.minusSeconds(10));
        record("first", NOW.minusSeconds(30));
        record("future", NOW.plusSeconds(3600));

        assertThat(timeline.latest(aurora, 10).items())
                .extracting(Interaction::title)
                .containsExactly("future", "third", "second", "first");
        assertThat(timeline.forRecord(aurora).oldestFirst().page(2).items())
                .extracting(Interaction::title)
                .containsExactly("first", "second");
    }

    @Test
    void what_arrives_late_keeps_both_its_times() {
        clock.forward(Duration.ofDays(30));
        record("late", NOW);

        Interaction late = timeline.latest(aurora, 1).items().get(0);

        assertThat(late.occurredAt()).isEqualTo(NOW);
        assertThat(late.recordedAt()).contains(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void recording_again_what_has_the_same_source_and_id_does_nothing() {
        Interaction call = call(NOW).with(Interaction.TITLE, "as it was").withExternalId("phone", "1");
        Interaction again =
                call(NOW.plusSeconds(9)).with(Interaction.TITLE, "another").withExternalId("phone", "1");

        assertThat(timeline.record(call)).isTrue();
        assertThat(timeline.record(again)).isFalse();
        assertThat(timeline.record(List.of(
                        again, call(NOW).withExternalId("phone", "2"), call(NOW).withExternalId("phone", "2"))))
                .containsExactlyInAnyOrder("phone:1", "phone:2");

        assertThat(timeline.forRecord(aurora).count()).isEqualTo(2);
        assertThat(timeline.all().and(Interaction.TITLE.is("as it was")).count())
                .isEqualTo(1);
    }

    @Test
    void without_a_source_each_recording_is_an_interaction_of_its_own() {
        timeline.record(call(NOW));
        timeline.record(call(NOW));

        assertThat(timeline.forRecord(aurora).count()).isEqualTo(2);
    }

    @Test
    void an_interaction_stands_on_the_timeline_of_each_of_its_parties() {
        timeline.record(call(NOW)
                .withParty(borealis, "host")
                .withParty(borealis, "host")
                .withParty(borealis, "guest"));

        assertThat(timeline.latest(borealis, 5).items())
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.parties()).hasSize(2));
        assertThat(timeline.latest(aurora, 5).items()).hasSize(1);
        assertThat(timeline.all().count()).isEqualTo(1);
    }

    @Test
    void there_can_be_31_parties_beside_whom_it_is_about() {
        Interaction meeting = call(NOW);
        for (int i = 0; i < 31; i++) {
            meeting = meeting.withParty(Id.of(new java.util.UUID(7, i)), "attendee");
        }
        Interaction full = meeting;

        assertThat(timeline.record(full)).isTrue();
        assertThatThrownBy(() -> full.withParty(borealis, "attendee")).isInstanceOf(InvalidException.class);
        assertThat(timeline.latest(Id.of(new java.util.UUID(7, 30)), 1).items()).hasSize(1);
    }

    @Test
    void a_timeline_is_paged_through_ties_without_gap_or_repetition() {
        timeline.record(IntStream.range(0, 50)
                .mapToObj(i -> call(NOW.plusSeconds(i / 10)).withExternalId("phone", "n" + i))
                .toList());

        List<String> seen = new ArrayList<>();
        Page<Interaction> page = timeline.forRecord(aurora).page(7);
        page.items().forEach(call -> seen.add(call.key()));
        while (page.next().isPresent()) {
            page = timeline.forRecord(aurora).page(7, page.next().get());
            page.items().forEach(call -> seen.add(call.key()));
        }

        assertThat(seen).hasSize(50).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo("phone:n40");
    }

    @Test
    void a_range_of_time_includes_its_start_and_not_its_end() {
        record("before", NOW.minusSeconds(1));
        record("start", NOW);
        record("end", NOW.plusSeconds(10));

        assertThat(timeline.forRecord(aurora)
                        .and(Interaction.TYPE.occurredBetween(NOW, NOW.plusSeconds(10)))
                        .page(5)
                        .items())
                .extracting(Interaction::title)
                .containsExactly("start");
    }

    @Test
    void an_attribute_has_one_value() {
        assertThat(call(NOW)
                        .withAttribute("mood", "bad")
                        .withAttribute("mood", "good")
                        .get(Interaction.ATTRIBUTES))
                .containsExactly(new Attribute("mood", "good"));
    }

    @Test
    void a_source_has_no_colon_so_that_keys_can_not_be_mistaken() {
        assertThatThrownBy(() -> call(NOW).withExternalId("a:b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThat(call(NOW).withExternalId("a", "b:c").key()).isEqualTo("a:b:c");
    }

    @Test
    void what_occurred_outside_the_calendar_is_invalid() {
        assertThatThrownBy(() -> call(Instant.MAX))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("occurred_at");
    }

    private Interaction call(Instant at) {
        return Interaction.of(Channel.CALL, Direction.OUTBOUND, at, aurora);
    }

    private void record(String title, Instant at) {
        timeline.record(call(at).with(Interaction.TITLE, title));
    }
}
