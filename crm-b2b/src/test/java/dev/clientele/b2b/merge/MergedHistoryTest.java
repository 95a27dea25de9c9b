package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.stakeholder.EngagementLevel;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class MergedHistoryTest extends StoredTest {

    MergedHistoryTest(Store store) {
        super(store);
    }

    private Interaction call(Id<?> about, int hoursAgo) {
        Interaction call = Interaction.of(Channel.CALL, Direction.OUTBOUND, NOW.minusSeconds(3600L * hoursAgo), about)
                .with(Interaction.TITLE, hoursAgo + " hours ago");
        session.timeline().record(call);
        return call;
    }

    private static List<String> titles(List<Interaction> interactions) {
        return interactions.stream().map(Interaction::title).toList();
    }

    @Test
    void the_timeline_of_the_survivor_has_that_of_the_duplicate_until_the_undo() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        call(globex.id(), 5);
        call(twin.id(), 4);
        call(globex.id(), 3);
        Merge merge = b2b.accounts().merge(globex, twin);
        call(twin.id(), 2); // by somebody who knows the old id only

        assertThat(titles(b2b.accounts().timeline(globex.id()).page(10).items()))
                .containsExactly("2 hours ago", "3 hours ago", "4 hours ago", "5 hours ago");
        assertThat(b2b.accounts().timeline(globex.id()).onChannel(Channel.CALL).count())
                .isEqualTo(4);

        b2b.merges().undo(merge);
        assertThat(titles(b2b.accounts().timeline(globex.id()).page(10).items()))
                .containsExactly("3 hours ago", "5 hours ago");
        assertThat(titles(b2b.accounts().timeline(twin.id()).page(10).items()))
                .containsExactly("2 hours ago", "4 hours ago");
    }

    @Test
    void what_is_about_both_is_there_once_and_pages_miss_nothing() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        for (int i = 0; i < 7; i++) {
            call(i % 2 == 0 ? globex.id() : twin.id(), i / 3); // several at one time
        }
        session.timeline()
                .record(Interaction.of(Channel.MEETING, Direction.INTERNAL, NOW, globex.id())
                        .withSubject(twin.id()));
        b2b.accounts().merge(globex, twin);

        MergedTimeline timeline = b2b.accounts().timeline(globex.id());
        List<Interaction> read = new ArrayList<>();
        Page<Interaction> page = timeline.page(3);
        read.addAll(page.items());
        while (page.next().isPresent()) {
            page = timeline.page(3, page.next().get());
            read.addAll(page.items());
        }

        assertThat(read).hasSize(8).doesNotHaveDuplicates();
        assertThat(read).isEqualTo(timeline.page(100).items());
        assertThat(timeline.count()).isEqualTo(8);
        assertThat(read).extracting(Interaction::occurredAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void a_damaged_page_token_is_refused() {
        MergedTimeline timeline = b2b.accounts().timeline(account("Globex").id());

        assertThatThrownBy(() -> timeline.page(3, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_notes_about_the_duplicate_stand_with_those_about_the_survivor() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        b2b.activity().notes().add(twin, "They like blue.");
        call(twin.id(), 1);

        b2b.accounts().merge(globex, twin);

        assertThat(b2b.activity().notes().find(globex).count()).isEqualTo(1);
    }

    @Test
    void the_orders_of_the_duplicate_count_for_the_survivor() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Account third = account("Third");
        b2b.revenue().orders().record(Order.of(globex.id(), eur("10"), NOW));
        b2b.revenue().orders().record(Order.of(twin.id(), eur("5"), NOW));
        b2b.revenue().orders().record(Order.of(third.id(), eur("1"), NOW));
        b2b.accounts().merge(twin, third);
        Merge merge = b2b.accounts().merge(globex, b2b.accounts().get(twin.id()));

        assertThat(b2b.revenue().orders().history(globex.id()).totals()).isEqualTo(MoneyTotals.of(eur("16")));
        assertThat(b2b.revenue().orders().totals(Criteria.always())).containsOnlyKeys(globex.id());

        b2b.merges().undo(merge);
        assertThat(b2b.revenue().orders().history(globex.id()).totals()).isEqualTo(MoneyTotals.of(eur("10")));
        assertThat(b2b.revenue().orders().totals(Criteria.always()))
                .containsEntry(twin.id(), MoneyTotals.of(eur("6")))
                .hasSize(2);
    }

    @Test
    void the_last_contact_and_the_coverage_of_a_stakeholder_follow_the_merge() {
        Contact ana = b2b.contacts().add(Contact.named("Ana"));
        Contact twin = b2b.contacts().add(Contact.named("A."));
        Opportunity deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1"));
        Stakeholder part = b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION);
        Interaction latest = call(twin.id(), 1);
        b2b.contacts().merge(ana, twin);

        assertThat(b2b.deals().stakeholders().buyingGroup(deal.id(), List.of()).lastContact())
                .containsEntry(ana.id(), latest.occurredAt());
        assertThat(b2b.deals().stakeholders().updateEngagement(part).engagement())
                .isEqualTo(EngagementLevel.ofInteractions(1));
    }

    @Test
    void ids_are_followed_over_several_merges() {
        Account a = account("A");
        Account b = account("B");
        Account c = account("C");
        b2b.accounts().merge(b, c);
        b2b.accounts().merge(a, b2b.accounts().get(b.id()));
        MergedIds aliases = new MergedIds(session);

        assertThat(aliases.identities(a.id()))
                .containsExactlyInAnyOrder(a.id().value(), b.id().value(), c.id().value());
        assertThat(aliases.resolve(List.of(a.id().value(), b.id().value(), c.id().value())))
                .containsOnlyKeys(b.id().value(), c.id().value())
                .containsValue(a.id().value());
    }
}
