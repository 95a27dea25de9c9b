package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.coverage.handover.Handover;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.merge.Merge;
import dev.clientele.testing.Race;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of accounts and contacts that are merged while 32 work with them. */
@ParameterizedClass
@EnumSource(Store.class)
class MergeRaceTest extends StoredTest {

    private Account globex;
    private Account twin;
    private Pipeline pipeline;

    MergeRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void an_account_that_is_there_twice() {
        globex = account("Globex");
        twin = account("Globex Corp");
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
    }

    @Test
    void an_account_goes_into_one_of_those_that_it_is_merged_into_at_once() {
        List<Account> survivors = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            survivors.add(account("Survivor " + i));
        }

        long merged = Race.count(i -> actor(i).accounts().merge(survivors.get(i), twin), StaleVersionException.class);

        assertThat(merged).isEqualTo(1);
        assertThat(b2b.merges().query(Merge.ABSORBED.is(twin.id().toString())).count())
                .isEqualTo(1);
    }

    @Test
    void of_two_accounts_that_are_merged_into_each_other_one_stays() {
        long merged = Race.count(
                i -> i % 2 == 0
                        ? actor(i).accounts().merge(globex, twin)
                        : actor(i).accounts().merge(twin, globex),
                StaleVersionException.class);

        assertThat(merged).isEqualTo(1);
        assertThat(b2b.accounts().findAll(List.of(globex.id(), twin.id()))).hasSize(1);
    }

    @Test
    void pairs_that_have_nothing_to_do_with_each_other_are_all_merged() {
        List<Account> pairs = new ArrayList<>();
        for (int i = 0; i < 2 * Race.THREADS; i++) {
            pairs.add(account("Company " + i));
        }

        Race.all(i -> actor(i).accounts().merge(pairs.get(2 * i), pairs.get(2 * i + 1)));

        assertThat(b2b.merges().all().count()).isEqualTo(Race.THREADS);
        assertThat(b2b.accounts().all().count()).isEqualTo(Race.THREADS + 2);
    }

    @Test
    void no_deal_that_is_opened_beside_a_merge_is_left_with_the_account_that_goes() {
        long opened = Race.<Object>count(
                i -> i == 7
                        ? actor(i).accounts().merge(globex, twin)
                        : actor(i).deals().open(twin, pipeline, "Deal " + i, eur("1")),
                InvalidException.class);

        assertThat(b2b.accounts().find(twin.id())).isEmpty();
        assertThat(b2b.deals().query(Opportunity.ACCOUNT.is(globex.id())).count())
                .isEqualTo(opened - 1);
        assertThat(b2b.deals().all().count()).isEqualTo(opened - 1);
    }

    @Test
    void an_account_that_is_merged_while_it_is_handed_over_leaves_nothing_behind() {
        SalesRep mary = rep("Mary");
        SalesRep tom = rep("Tom");
        List<Account> twins = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            Account each = b2b.accounts().add(Account.named("Twin " + i).with(Account.OWNER, mary.id()));
            b2b.deals().open(each, pipeline, "Deal " + i, eur("1"));
            twins.add(each);
        }

        long merged = Race.<Object>count(
                        i -> i < 8
                                ? actor(i).coverage()
                                        .handovers()
                                        .run(Handover.between(mary, tom).withAllScopes())
                                : actor(i).accounts().merge(globex, twins.get(i)),
                        StaleVersionException.class)
                - 8;

        assertThat(b2b.accounts().query(Account.OWNER.is(mary.id())).count()).isZero();
        assertThat(b2b.deals().query(Opportunity.OWNER.is(tom.id())).count()).isEqualTo(Race.THREADS);
        assertThat(b2b.accounts().all().count()).isEqualTo(2 + Race.THREADS - merged);
        assertThat(b2b.deals().query(Opportunity.ACCOUNT.is(globex.id())).count())
                .isEqualTo(merged);
    }

    @Test
    void leads_that_are_converted_beside_a_merge_come_to_the_survivor() {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            leads.add(b2b.leads().add(Lead.of("Contact " + i, "Globex")));
        }

        long converted = Race.<Object>count(
                        i -> i == 7
                                ? actor(i).accounts().merge(globex, twin)
                                : actor(i).leads().convert(leads.get(i), LeadConversion.toAccount(twin.id())),
                        InvalidException.class,
                        NotFoundException.class)
                - 1;

        assertThat(b2b.leads().query(Lead.ACCOUNT.is(globex.id())).count()).isEqualTo(converted);
        assertThat(b2b.contacts()
                        .relations()
                        .query(AccountContact.ACCOUNT.is(globex.id()))
                        .count())
                .isEqualTo(converted);
        assertThat(b2b.contacts().all().count()).isEqualTo(converted);
    }

    @Test
    void a_contact_that_is_merged_beside_others_who_give_it_roles_has_each_role_once() {
        Contact ana = b2b.contacts().add(Contact.named("Ana Silva"));
        Contact same = b2b.contacts().add(Contact.named("Ana M. Silva"));

        Race.<Object>count(
                i -> i == 7
                        ? actor(i).contacts().merge(ana, same)
                        : actor(i).contacts().assign(i % 2 == 0 ? ana : same, globex, ContactRole.EMPLOYEE),
                InvalidException.class);

        assertThat(b2b.contacts().all().count()).isEqualTo(1);
        assertThat(b2b.contacts().relations().all().count()).isEqualTo(1);
    }
}
