package dev.clientele.b2c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.entity.Page;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class PersonTimelineTest extends StoredTest {

    PersonTimelineTest(Store store) {
        super(store);
    }

    @Test
    void purchases_stand_among_the_interactions_newest_first() {
        Person ana = person("Ana");
        call(ana, 1);
        purchase(ana, 2);
        call(ana, 3);

        List<Interaction> shown = b2c.timeline(ana.id()).page(10).items();

        assertThat(shown)
                .extracting(Interaction::channel)
                .containsExactly(Channel.CALL, Channel.PURCHASE, Channel.CALL);
        assertThat(shown.get(1).title()).isEqualTo("Purchase order-2: GBP 45.00");
        assertThat(shown.get(1).direction()).isEqualTo(Direction.INBOUND);
        assertThat(b2c.timeline(ana.id()).count()).isEqualTo(3);
    }

    @Test
    void a_channel_can_be_shown_alone() {
        Person ana = person("Ana");
        call(ana, 1);
        purchase(ana, 2);

        assertThat(b2c.timeline(ana.id()).onChannel(Channel.PURCHASE).page(10).items())
                .hasSize(1);
        assertThat(b2c.timeline(ana.id()).onChannel(Channel.CALL).page(10).items())
                .hasSize(1);
        assertThat(b2c.timeline(ana.id()).onChannel(Channel.EMAIL).page(10).items())
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_also_over_equal_times() {
        Person ana = person("Ana");
        for (int i = 0; i < 12; i++) {
            call(ana, i / 3);
            purchaseAt(ana, "order-" + i, time(i / 3));
        }
        List<String> seen = new ArrayList<>();
        Page<Interaction> page = b2c.timeline(ana.id()).page(5);
        page.items().forEach(one -> seen.add(one.key()));
        while (page.next().isPresent()) {
            page = b2c.timeline(ana.id()).page(5, page.next().get());
            page.items().forEach(one -> seen.add(one.key()));
        }

        List<String> whole = b2c.timeline(ana.id()).page(100).items().stream()
                .map(Interaction::key)
                .toList();
        assertThat(seen).isEqualTo(whole).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void a_damaged_token_is_refused() {
        Person ana = person("Ana");

        assertThatThrownBy(() -> b2c.timeline(ana.id()).page(5, "nonsense"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void call(Person person, int day) {
        session.timeline()
                .record(Interaction.of(Channel.CALL, Direction.OUTBOUND, time(day), person.id())
                        .with(Interaction.TITLE, "Call"));
    }

    private void purchase(Person person, int day) {
        purchaseAt(person, "order-" + day, time(day));
    }

    private void purchaseAt(Person person, String order, Instant when) {
        b2c.purchases().record(Purchase.of("shop", order, person, gbp("45"), when));
    }

    private static Instant time(int day) {
        return NOW.minus(Duration.ofDays(100L - day));
    }
}
