package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeUndoResult;
import dev.clientele.core.merge.UndoConflict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class UndoTest extends StoredTest {

    UndoTest(Store store) {
        super(store);
    }

    private Account stored(Account account) {
        return b2b.accounts().get(account.id());
    }

    private Opportunity deal(Account account, String name) {
        return b2b.deals().open(account, Pipeline.standard(), name, eur("1"));
    }

    @Test
    void what_was_edited_after_the_merge_stays_and_is_told() {
        Account globex = account("Globex");
        Account twin = b2b.accounts()
                .add(Account.named("Twin").with(Account.INDUSTRY, "toys").with(Account.DOMAIN, "twin.example"));
        Merge merge = b2b.accounts().merge(globex, twin);
        b2b.accounts().save(stored(globex).with(Account.INDUSTRY, "energy"));

        MergeUndoResult undone = b2b.merges().undo(merge);

        assertThat(stored(globex).get(Account.INDUSTRY)).isEqualTo("energy");
        assertThat(stored(globex).get(Account.DOMAIN)).isNull();
        assertThat(stored(twin).get(Account.INDUSTRY)).isEqualTo("toys");
        assertThat(undone.conflicts())
                .containsExactly(new UndoConflict(
                        "account", globex.id().value(), "industry", UndoConflict.UndoConflictReason.CHANGED_SINCE));
    }

    @Test
    void what_was_added_after_the_merge_stays_with_the_survivor() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Opportunity before = deal(twin, "Before");
        Merge merge = b2b.accounts().merge(globex, twin);
        Opportunity after = deal(stored(globex), "After");

        assertThat(b2b.merges().undo(merge).isComplete()).isTrue();

        assertThat(b2b.deals().get(before.id()).get(Opportunity.ACCOUNT)).isEqualTo(twin.id());
        assertThat(b2b.deals().get(after.id()).get(Opportunity.ACCOUNT)).isEqualTo(globex.id());
    }

    @Test
    void what_went_elsewhere_or_away_after_the_merge_is_left_and_told() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Account third = account("Third");
        Opportunity elsewhere = deal(twin, "Elsewhere");
        Opportunity away = deal(twin, "Away");
        Merge merge = b2b.accounts().merge(globex, twin);
        b2b.deals().save(b2b.deals().get(elsewhere.id()).with(Opportunity.ACCOUNT, third.id()));
        b2b.deals().remove(b2b.deals().get(away.id()));

        MergeUndoResult undone = b2b.merges().undo(merge);

        assertThat(b2b.deals().get(elsewhere.id()).get(Opportunity.ACCOUNT)).isEqualTo(third.id());
        assertThat(undone.conflicts())
                .containsExactlyInAnyOrder(
                        new UndoConflict(
                                "opportunity",
                                elsewhere.id().value(),
                                "account",
                                UndoConflict.UndoConflictReason.CHANGED_SINCE),
                        new UndoConflict(
                                "opportunity",
                                away.id().value(),
                                "account",
                                UndoConflict.UndoConflictReason.REMOVED_SINCE));
    }

    @Test
    void a_unique_value_that_another_has_by_now_stays_with_that_one() {
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.EXTERNAL_ID, "crm-1"));
        Account twin = b2b.accounts().add(Account.named("Twin").with(Account.EXTERNAL_ID, "crm-2"));
        Merge merge = b2b.accounts().merge(globex, twin);
        b2b.accounts().add(Account.named("Other").with(Account.EXTERNAL_ID, "crm-2"));

        MergeUndoResult undone = b2b.merges().undo(merge);

        assertThat(stored(twin).get(Account.EXTERNAL_ID)).isNull();
        assertThat(undone.conflicts())
                .containsExactly(new UndoConflict(
                        "account", twin.id().value(), "external_id", UndoConflict.UndoConflictReason.TAKEN));
    }

    @Test
    void a_contact_made_primary_after_the_merge_stays_primary_where_it_goes() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Contact ana = b2b.contacts().add(Contact.named("Ana"));
        Contact bo = b2b.contacts().add(Contact.named("Bo"));
        Contact cy = b2b.contacts().add(Contact.named("Cy"));
        b2b.contacts().makePrimary(b2b.contacts().assign(ana, globex, ContactRole.FINANCE));
        AccountContact former = b2b.contacts().makePrimary(b2b.contacts().assign(bo, twin, ContactRole.FINANCE));
        AccountContact later = b2b.contacts().assign(cy, twin, ContactRole.TECHNICAL);
        Merge merge = b2b.accounts().merge(globex, twin);
        b2b.contacts().makePrimary(b2b.contacts().relations().get(later.id()));

        MergeUndoResult undone = b2b.merges().undo(merge);

        assertThat(b2b.contacts().relations().get(later.id()).isPrimary()).isTrue();
        assertThat(b2b.contacts().relations().get(former.id()).isPrimary()).isFalse();
        assertThat(b2b.contacts().relations().get(former.id()).account()).isEqualTo(twin.id());
        assertThat(undone.conflicts())
                .containsExactly(new UndoConflict(
                        "account_contact",
                        former.id().value(),
                        "primary_contact",
                        UndoConflict.UndoConflictReason.TAKEN));
    }

    @Test
    void a_line_that_would_lead_back_by_now_is_left() {
        Account twin = account("Twin");
        Account middle = b2b.accounts().add(Account.named("Middle").withParent(twin));
        Account survivor = b2b.accounts().add(Account.named("Survivor").withParent(middle));
        Merge merge = b2b.accounts().merge(survivor, twin);
        Account below = b2b.accounts().add(Account.named("Below").withParent(survivor));
        b2b.accounts().save(stored(middle).withParent(below));

        MergeUndoResult undone = b2b.merges().undo(merge);

        assertThat(stored(survivor).get(Account.PARENT)).isNull();
        assertThat(undone.conflicts())
                .containsExactly(
                        new UndoConflict(
                                "account",
                                middle.id().value(),
                                "parent",
                                UndoConflict.UndoConflictReason.CHANGED_SINCE),
                        new UndoConflict(
                                "account", survivor.id().value(), "parent", UndoConflict.UndoConflictReason.CIRCLE));
    }

    @Test
    void a_merge_is_undone_once() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Merge merge = b2b.accounts().merge(globex, twin);

        Merge undone = b2b.merges().undo(merge).merge();

        assertThat(undone.isUndone()).isTrue();
        assertThat(b2b.merges().findByAbsorbed(twin.id())).isEmpty();
        assertThatThrownBy(() -> b2b.merges().undo(merge))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("undone already");
    }

    @Test
    void what_was_undone_can_be_merged_again() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Opportunity deal = deal(twin, "Turbines");
        b2b.merges().undo(b2b.accounts().merge(globex, twin));

        Merge again = b2b.accounts().merge(stored(twin), stored(globex));

        assertThat(b2b.accounts().findCurrent(globex.id()).orElseThrow().id()).isEqualTo(twin.id());
        b2b.merges().undo(again);
        assertThat(b2b.deals().get(deal.id()).get(Opportunity.ACCOUNT)).isEqualTo(twin.id());
        assertThat(b2b.accounts().all().count()).isEqualTo(2);
    }

    @Test
    void of_merges_in_a_chain_the_later_is_undone_first() {
        Account first = account("First");
        Account second = account("Second");
        Account third = account("Third");
        Merge early = b2b.accounts().merge(second, third);
        Merge late = b2b.accounts().merge(first, stored(second));

        assertThat(b2b.accounts().findCurrent(third.id()).orElseThrow().id()).isEqualTo(first.id());
        assertThatThrownBy(() -> b2b.merges().undo(early))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining(late.id().toString())
                .hasMessageContaining("undo that first");
        b2b.merges().undo(late);
        b2b.merges().undo(early);
        assertThat(b2b.accounts().findAll(List.of(first.id(), second.id(), third.id())))
                .hasSize(3);
    }

    @Test
    void of_merges_into_one_survivor_the_later_is_undone_first() {
        Account first = account("First");
        Merge early = b2b.accounts().merge(first, account("Second"));
        Merge late = b2b.accounts().merge(stored(first), account("Third"));

        assertThatThrownBy(() -> b2b.merges().undo(early)).isInstanceOf(InvalidException.class);
        b2b.merges().undo(late);
        b2b.merges().undo(early);
        assertThat(b2b.accounts().all().count()).isEqualTo(3);
    }

    @Test
    void merges_that_have_nothing_to_do_with_each_other_are_undone_in_any_order() {
        Account a = account("A");
        Merge early = b2b.accounts().merge(a, account("A again"));
        Merge late = b2b.accounts().merge(account("B"), account("B again"));

        b2b.merges().undo(early);
        b2b.merges().undo(late);

        assertThat(b2b.accounts().all().count()).isEqualTo(4);
    }

    @Test
    void a_merge_of_contacts_that_took_a_row_moved_by_a_merge_of_accounts_is_undone_first() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Contact ana = b2b.contacts().add(Contact.named("Ana"));
        Contact other = b2b.contacts().add(Contact.named("A."));
        b2b.contacts().assign(ana, globex, ContactRole.FINANCE);
        AccountContact row = b2b.contacts().assign(other, twin, ContactRole.FINANCE);
        Merge accounts = b2b.accounts().merge(globex, twin);
        Merge contacts = b2b.contacts().merge(ana, other);
        assertThat(b2b.contacts().relations().find(row.id())).isEmpty();

        assertThatThrownBy(() -> b2b.merges().undo(accounts)).isInstanceOf(InvalidException.class);
        b2b.merges().undo(contacts);
        b2b.merges().undo(accounts);

        assertThat(b2b.contacts().relations().get(row.id()).account()).isEqualTo(twin.id());
        assertThat(b2b.contacts().relations().get(row.id()).contact()).isEqualTo(other.id());
    }

    @Test
    void a_row_comes_back_with_what_its_other_end_was_merged_into_since() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Contact ana = b2b.contacts().add(Contact.named("Ana"));
        b2b.contacts().assign(ana, globex, ContactRole.FINANCE);
        AccountContact row = b2b.contacts().assign(ana, twin, ContactRole.FINANCE);
        Merge merge = b2b.accounts().merge(globex, twin);
        Contact survivor = b2b.contacts().add(Contact.named("Ana Silva"));
        b2b.contacts().merge(survivor, b2b.contacts().get(ana.id()));

        b2b.merges().undo(merge);

        assertThat(b2b.contacts().relations().get(row.id()).contact()).isEqualTo(survivor.id());
        assertThat(b2b.contacts().relations().get(row.id()).account()).isEqualTo(twin.id());
    }

    @Test
    void a_part_in_a_deal_that_is_there_twice_by_now_is_not_there_a_third_time() {
        Account globex = account("Globex");
        Opportunity deal = deal(globex, "Turbines");
        Contact ana = b2b.contacts().add(Contact.named("Ana"));
        Contact twin = b2b.contacts().add(Contact.named("A."));
        b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION);
        b2b.deals().stakeholders().assign(deal, twin, BuyingRole.CHAMPION);
        Merge merge = b2b.contacts().merge(ana, twin);

        assertThat(b2b.merges().undo(merge).isComplete()).isTrue();
        assertThat(b2b.deals().stakeholders().findByDeal(deal.id())).hasSize(2);
    }
}
