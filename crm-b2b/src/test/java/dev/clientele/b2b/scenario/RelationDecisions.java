package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.coverage.team.TeamRole;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.b2b.team.SalesRep;
import java.util.stream.IntStream;

/** Leads that come in and are converted, roles and places in teams that are given, and primary contacts. */
final class RelationDecisions implements ProcessDecisions {

    @Override
    public void prepare(B2b b2b) {
        b2b.teams().salesReps().add(SalesRep.named("Dora"));
        IntStream.range(0, 2).forEach(i -> b2b.contacts().add(Contact.named("Person " + i)));
        for (int i = 0; i < RECORDS; i++) {
            b2b.accounts().add(Account.named("Employer " + i));
        }
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Account account = ProcessDecisions.first(b2b.accounts(), Account.NAME.is("Employer " + record));
        Contact contact = ProcessDecisions.first(b2b.contacts(), Contact.NAME.is("Person " + process % 2));
        AccountContact relation = b2b.contacts().assign(contact, account, ContactRole.EMPLOYEE);
        ProcessDecisions.attempt(() -> b2b.contacts().makePrimary(relation));
        SalesRep dora = ProcessDecisions.first(b2b.teams().salesReps(), SalesRep.NAME.is("Dora"));
        b2b.coverage().teamMembers().assign(account, dora, TeamRole.SPECIALIST);
        Lead lead = b2b.leads()
                .capture(Lead.ofCompany("Lead " + record).with(Lead.EXTERNAL_ID, "web-" + record))
                .lead();
        ProcessDecisions.attempt(() -> b2b.leads().convert(lead, LeadConversion.toNewAccount()));
    }

    @Override
    public void verify(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            Account account = ProcessDecisions.first(b2b.accounts(), Account.NAME.is("Employer " + i));
            assertThat(b2b.contacts().findByAccount(account.id(), TODAY))
                    .as("each role once, and one primary contact")
                    .hasSize(2)
                    .filteredOn(AccountContact::isPrimary)
                    .hasSize(1);
            assertThat(b2b.coverage().teamMembers().findMembers(account))
                    .as("one member")
                    .hasSize(1);
            assertThat(b2b.leads().query(Lead.EXTERNAL_ID.is("web-" + i)).count())
                    .as("one lead of an external id")
                    .isEqualTo(1);
            assertThat(b2b.accounts().query(Account.NAME.is("Lead " + i)).count())
                    .as("a lead is converted once")
                    .isEqualTo(1);
        }
    }
}
