package dev.clientele.b2b.deal.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class StakeholdersTest extends StoredTest {

    StakeholdersTest(Store store) {
        super(store);
    }

    private Opportunity deal(String name) {
        return b2b.deals().open(account("Globex"), Pipeline.standard(), name, eur("1"));
    }

    private Contact contact(String name) {
        return b2b.contacts().add(Contact.named(name));
    }

    @Test
    void one_person_has_different_roles_in_different_deals() {
        Contact ana = contact("Ana");
        Opportunity one = deal("One");
        Opportunity other = deal("Other");

        b2b.deals().stakeholders().assign(one, ana, BuyingRole.ECONOMIC_BUYER);
        b2b.deals().stakeholders().assign(other, ana, BuyingRole.INFLUENCER);
        b2b.deals().stakeholders().assign(other, ana, BuyingRole.INFLUENCER);

        assertThat(b2b.deals().stakeholders().findByDeal(other.id()))
                .extracting(Stakeholder::role)
                .containsExactly(BuyingRole.INFLUENCER);
        assertThat(b2b.deals().stakeholders().findByContact(ana.id())).hasSize(2);
    }

    @Test
    void the_last_contact_comes_from_the_timeline() {
        Contact ana = contact("Ana");
        Opportunity deal = deal("One");
        Stakeholder stakeholder = b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION);
        session.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, NOW, ana.id()));
        session.timeline()
                .record(Interaction.of(Channel.EMAIL, Direction.INBOUND, NOW.minus(Duration.ofDays(9)), ana.id()));

        BuyingGroup group = b2b.deals().stakeholders().buyingGroup(deal.id(), Set.of(BuyingRole.CHAMPION));

        assertThat(group.lastContact(ana.id())).isEqualTo(NOW);
        assertThat(b2b.deals().stakeholders().updateEngagement(stakeholder).engagement())
                .isEqualTo(EngagementLevel.MULTIPLE);
    }

    @Test
    void lines_of_reporting_stay_within_a_deal_and_lead_nowhere_back() {
        Opportunity deal = deal("One");
        Stakeholder boss = b2b.deals().stakeholders().assign(deal, contact("Ana"), BuyingRole.DECISION_MAKER);
        Stakeholder user = b2b.deals().stakeholders().assign(deal, contact("Bo"), BuyingRole.USER);
        Stakeholder elsewhere = b2b.deals().stakeholders().assign(deal("Other"), contact("Cy"), BuyingRole.USER);

        Stakeholder below = b2b.deals().stakeholders().setReportsTo(user, boss);

        assertThat(below.get(Stakeholder.REPORTS_TO)).isEqualTo(boss.id());
        assertThatThrownBy(() -> b2b.deals().stakeholders().setReportsTo(boss, below))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.deals().stakeholders().setReportsTo(elsewhere, boss))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("same deal");
    }
}
