package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the timeline tells of deals. */
@ParameterizedClass
@EnumSource(Store.class)
class DealActivityTest extends StoredTest {

    DealActivityTest(Store store) {
        super(store);
    }

    /** A deal that was opened so many days ago. */
    private Opportunity deal(int daysAgo) {
        clock.set(NOW.minus(Duration.ofDays(daysAgo)));
        Opportunity deal = b2b.deals()
                .open(Opportunity.named("Deal"), b2b.deals().pipelines().getOrCreate(Pipeline.standard()));
        clock.set(NOW);
        return deal;
    }

    private Interaction happened(Opportunity deal, Channel channel, Direction direction, int daysAgo) {
        Interaction interaction = Interaction.of(channel, direction, NOW.minus(Duration.ofDays(daysAgo)), deal.id());
        session.timeline().record(interaction);
        return interaction;
    }

    @Test
    void interactions_are_counted_by_channel_and_direction() {
        Opportunity deal = deal(90);
        happened(deal, Channel.CALL, Direction.OUTBOUND, 40);
        happened(deal, Channel.CALL, Direction.OUTBOUND, 30);
        happened(deal, Channel.CALL, Direction.INBOUND, 20);
        happened(deal, Channel.EMAIL, Direction.OUTBOUND, 25);
        happened(deal, Channel.NOTE, Direction.INTERNAL, 1);
        happened(deal(90), Channel.CALL, Direction.OUTBOUND, 2);

        DealActivity activity = b2b.insight().analytics().activity(deal.id());

        assertThat(activity.total()).isEqualTo(5);
        assertThat(activity.countByChannel(Channel.CALL)).isEqualTo(3);
        assertThat(activity.countByDirection(Direction.OUTBOUND)).isEqualTo(3);
        assertThat(activity.counts())
                .contains(new DealActivity.ActivityCount(
                        Channel.CALL, Direction.OUTBOUND, 2, NOW.minus(Duration.ofDays(30))));
        assertThat(activity.lastContact()).contains(NOW.minus(Duration.ofDays(20)));
        assertThat(activity.daysSinceContact()).hasValue(20);
    }

    @Test
    void what_the_database_counts_is_what_counting_one_by_one_gives() {
        Opportunity deal = deal(90);
        happened(deal, Channel.CALL, Direction.OUTBOUND, 40);
        happened(deal, Channel.CALL, Direction.OUTBOUND, 41);
        happened(deal, Channel.VISIT, Direction.INBOUND, 0);
        happened(deal, Channel.MEETING, Direction.OUTBOUND, -7); // planned for next week

        DealActivity counted = b2b.insight().analytics().activity(deal.id());

        try (var interactions = session.timeline().forRecord(deal.id()).stream()) {
            assertThat(counted).isEqualTo(DealActivity.of(deal.id(), interactions.toList(), NOW));
        }
        assertThat(counted.countByChannel(Channel.MEETING)).isZero();
    }

    @Test
    void a_deal_on_which_nothing_happened_has_no_last_touch() {
        DealActivity activity = b2b.insight().analytics().activity(deal(90).id());

        assertThat(activity.total()).isZero();
        assertThat(activity.lastContact()).isEmpty();
        assertThat(activity.daysSinceContact()).isEmpty();
    }

    @Test
    void open_deals_without_a_touch_for_so_long_are_found_the_oldest_first() {
        Opportunity silent = deal(50);
        Opportunity older = deal(60);
        happened(older, Channel.CALL, Direction.OUTBOUND, 31);
        Opportunity noted = deal(40);
        happened(noted, Channel.NOTE, Direction.INTERNAL, 1);
        Opportunity planned = deal(35);
        happened(planned, Channel.MEETING, Direction.OUTBOUND, -3);
        happened(deal(90), Channel.EMAIL, Direction.INBOUND, 29); // touched
        deal(29); // too young
        b2b.deals().lose(deal(90), "price"); // over

        InactiveDeals untouched = b2b.insight().analytics().inactiveDeals(30);

        assertThat(untouched.deals()).containsExactly(older.id(), silent.id(), noted.id(), planned.id());
        assertThat(b2b.insight()
                        .analytics()
                        .where(Opportunity.OPENED_AT.below(NOW.minus(Duration.ofDays(55))))
                        .inactiveDeals(30)
                        .deals())
                .containsExactly(older.id());
        assertThatThrownBy(() -> b2b.insight().analytics().inactiveDeals(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days must be at least 1, got 0");
    }

    @Test
    void another_tenant_finds_nothing_of_it() {
        Opportunity deal = deal(90);
        happened(deal, Channel.CALL, Direction.OUTBOUND, 40);
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("alice")));

        assertThatThrownBy(() -> other.insight().analytics().activity(deal.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(other.insight().analytics().inactiveDeals(30).deals()).isEmpty();
    }
}
