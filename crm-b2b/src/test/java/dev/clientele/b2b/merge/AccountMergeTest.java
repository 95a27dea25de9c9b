package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.change.Change;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.Country;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class AccountMergeTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    AccountMergeTest(Store store) {
        super(store);
    }

    private Contact contact(String name) {
        return b2b.contacts().add(Contact.named(name));
    }

    private Account stored(Account account) {
        return b2b.accounts().get(account.id());
    }

    @Test
    void everything_that_refers_to_the_duplicate_refers_to_the_survivor() {
        Account globex = account("Globex");
        Account twin = account("Globex Corp");
        Account below = b2b.accounts().add(Account.named("Globex North").withParent(twin));
        Opportunity deal = b2b.deals().open(twin, Pipeline.standard(), "Turbines", eur("1"));
        b2b.contacts().assign(contact("Ana"), twin, ContactRole.FINANCE);

        Merge merge = b2b.accounts().merge(globex, twin);

        assertThat(stored(below).get(Account.PARENT)).isEqualTo(globex.id());
        assertThat(b2b.deals().get(deal.id()).get(Opportunity.ACCOUNT)).isEqualTo(globex.id());
        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY)).hasSize(1);
        assertThat(merge.moved()).isEqualTo(3);
        assertThat(merge.removed()).isEqualTo(1);
    }

    @Test
    void the_old_id_leads_to_the_survivor() {
        Account globex = account("Globex");
        Account twin = account("Globex Corp");

        Merge merge = b2b.accounts().merge(globex, twin);

        assertThat(b2b.accounts().find(twin.id())).isEmpty();
        assertThat(b2b.accounts().all().count()).isEqualTo(1);
        assertThat(b2b.accounts().findCurrent(twin.id())).contains(globex);
        assertThat(b2b.merges().findByAbsorbed(twin.id())).contains(merge);
        assertThat(b2b.merges().findBySurvivor(globex.id()).first()).contains(merge);
        assertThatThrownBy(() -> b2b.accounts().get(twin.id()))
                .isInstanceOfSatisfying(
                        MergedException.class,
                        e -> assertThat(e.survivor()).isEqualTo(globex.id().value()));
    }

    @Test
    void the_survivor_keeps_its_values_and_takes_those_that_it_lacks() {
        Account globex = b2b.accounts()
                .add(Account.named("Globex")
                        .with(Account.INDUSTRY, "energy")
                        .with(Account.COUNTRY, Country.of("DE"))
                        .with(Account.TAGS, Set.of("a")));
        Account twin = b2b.accounts()
                .add(Account.named("Globex Corp")
                        .with(Account.INDUSTRY, "toys")
                        .with(Account.DOMAIN, "globex.example")
                        .with(Account.EXTERNAL_ID, "crm-7")
                        .with(Account.COUNTRY, Country.of("GB"))
                        .with(Account.CITY, "Leeds")
                        .with(Account.TAGS, Set.of("b"))
                        .withContactPoint(ContactPoint.email("info@globex.example")));

        b2b.accounts().merge(globex, twin);

        Account merged = stored(globex);
        assertThat(merged.name()).isEqualTo("Globex");
        assertThat(merged.get(Account.INDUSTRY)).isEqualTo("energy");
        assertThat(merged.get(Account.DOMAIN)).isEqualTo("globex.example");
        assertThat(merged.get(Account.EXTERNAL_ID)).isEqualTo("crm-7");
        assertThat(merged.get(Account.CITY)).as("a town without its country").isNull();
        assertThat(merged.get(Account.TAGS)).containsExactlyInAnyOrder("a", "b");
        assertThat(merged.contactPoints().points()).hasSize(1);
    }

    @Test
    void a_choice_for_a_field_goes_before_the_rule() {
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.INDUSTRY, "energy"));
        Account twin = b2b.accounts()
                .add(Account.named("Globex Corp")
                        .with(Account.INDUSTRY, "toys")
                        .with(Account.DOMAIN, "globex.example"));

        b2b.accounts()
                .merge(
                        globex,
                        twin,
                        Accounts.survivorshipRule()
                                .preferDuplicate(Account.INDUSTRY)
                                .keepSurvivor(Account.DOMAIN));

        assertThat(stored(globex).get(Account.INDUSTRY)).isEqualTo("toys");
        assertThat(stored(globex).get(Account.DOMAIN)).isNull();
    }

    @Test
    void a_role_is_there_once_and_the_primary_contact_stays() {
        Account globex = account("Globex");
        Account twin = account("Globex Corp");
        Contact ana = contact("Ana");
        Contact bo = contact("Bo");
        b2b.contacts().assign(ana, globex, ContactRole.FINANCE, LocalDate.of(2020, 1, 1));
        b2b.contacts().makePrimary(b2b.contacts().assign(ana, twin, ContactRole.FINANCE, LocalDate.of(2022, 1, 1)));
        b2b.contacts().assign(bo, twin, ContactRole.TECHNICAL);

        b2b.accounts().merge(globex, twin);

        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY)).hasSize(2);
        assertThat(b2b.contacts().findPrimary(globex.id(), TODAY)).contains(ana);
    }

    @Test
    void a_role_that_ended_stays_beside_the_one_that_holds() {
        Account globex = account("Globex");
        Account twin = account("Globex Corp");
        Contact ana = contact("Ana");
        b2b.contacts().assign(ana, globex, ContactRole.FINANCE);
        b2b.contacts()
                .end(
                        b2b.contacts().assign(ana, twin, ContactRole.FINANCE, LocalDate.of(2020, 1, 1)),
                        LocalDate.of(2022, 1, 1));

        b2b.accounts().merge(globex, twin);

        assertThat(b2b.contacts()
                        .relations()
                        .query(AccountContact.ACCOUNT.is(globex.id()))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void of_two_primary_contacts_that_of_the_survivor_stays() {
        Account globex = account("Globex");
        Account twin = account("Globex Corp");
        Contact ana = contact("Ana");
        Contact bo = contact("Bo");
        b2b.contacts().makePrimary(b2b.contacts().assign(ana, globex, ContactRole.FINANCE));
        b2b.contacts().makePrimary(b2b.contacts().assign(bo, twin, ContactRole.FINANCE));

        Merge merge = b2b.accounts().merge(globex, twin);
        assertThat(b2b.contacts().findPrimary(globex.id(), TODAY)).contains(ana);
        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY)).hasSize(2);

        b2b.merges().undo(merge);
        assertThat(b2b.contacts().findPrimary(globex.id(), TODAY)).contains(ana);
        assertThat(b2b.contacts().findPrimary(twin.id(), TODAY)).contains(bo);
    }

    @Test
    void a_survivor_below_its_duplicate_is_lifted_into_its_place() {
        Account top = account("Top");
        Account twin = b2b.accounts().add(Account.named("Twin").withParent(top));
        Account middle = b2b.accounts().add(Account.named("Middle").withParent(twin));
        Account survivor = b2b.accounts().add(Account.named("Survivor").withParent(middle));

        Merge merge = b2b.accounts().merge(survivor, twin);
        assertThat(stored(survivor).get(Account.PARENT)).isEqualTo(top.id());
        assertThat(stored(middle).get(Account.PARENT)).isEqualTo(survivor.id());

        b2b.merges().undo(merge);
        assertThat(stored(survivor).get(Account.PARENT)).isEqualTo(middle.id());
        assertThat(stored(middle).get(Account.PARENT)).isEqualTo(twin.id());
        assertThat(stored(twin).get(Account.PARENT)).isEqualTo(top.id());
    }

    @Test
    void a_duplicate_below_its_survivor_leaves_its_own_to_it() {
        Account survivor = account("Survivor");
        Account middle = b2b.accounts().add(Account.named("Middle").withParent(survivor));
        Account twin = b2b.accounts().add(Account.named("Twin").withParent(middle));
        Account below = b2b.accounts().add(Account.named("Below").withParent(twin));

        b2b.accounts().merge(survivor, twin);

        assertThat(stored(survivor).get(Account.PARENT)).isNull();
        assertThat(stored(below).get(Account.PARENT)).isEqualTo(survivor.id());
    }

    @Test
    void a_survivor_on_its_own_takes_the_parent_of_its_duplicate() {
        Account top = account("Top");
        Account twin = b2b.accounts().add(Account.named("Twin").withParent(top));
        Account survivor = account("Survivor");

        b2b.accounts().merge(survivor, twin);

        assertThat(stored(survivor).get(Account.PARENT)).isEqualTo(top.id());
    }

    @Test
    void what_can_not_be_merged_is_refused() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Account changed = b2b.accounts().save(twin.with(Account.CITY, "Leeds"));

        assertThatThrownBy(() -> b2b.accounts().merge(globex, globex)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.accounts().merge(globex, twin)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> b2b.accounts().merge(twin, globex)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> b2b.accounts().merge(globex, changed.with(Account.CITY, "York")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("saved before");
        assertThat(b2b.merges().all().count()).isZero();
        assertThat(b2b.accounts().all().count()).isEqualTo(2);
    }

    @Test
    void every_change_is_recorded_as_done_by_who_merged() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Opportunity deal = b2b.deals().open(twin, Pipeline.standard(), "Turbines", eur("1"));

        b2b.accounts().merge(globex, twin);

        List<Change> ofDeal = b2b.deals().history(deal.id());
        Change last = ofDeal.get(ofDeal.size() - 1);
        assertThat(last.field("account").orElseThrow().after())
                .isEqualTo(globex.id().toString());
        assertThat(last.actor().name()).isEqualTo("alice");
        assertThat(b2b.accounts().history(twin.id()))
                .extracting(Change::action)
                .containsExactly(Change.Action.ADDED, Change.Action.REMOVED);
    }

    @Test
    void a_duplicate_with_more_references_than_go_into_one_batch_is_merged_and_taken_out_again() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        List<Account> many = new ArrayList<>();
        for (int i = 0; i < 1201; i++) {
            many.add(Account.named("Branch " + i).withParent(twin));
        }
        b2b.accounts().addAll(many);

        Merge merge = b2b.accounts().merge(globex, twin);
        assertThat(merge.moved()).isEqualTo(1201);
        assertThat(b2b.accounts().subsidiaries(globex.id()).count()).isEqualTo(1201);

        assertThat(b2b.merges().undo(merge).isComplete()).isTrue();
        assertThat(b2b.accounts().subsidiaries(twin.id()).count()).isEqualTo(1201);
        assertThat(b2b.accounts().subsidiaries(globex.id()).count()).isZero();
    }
}
