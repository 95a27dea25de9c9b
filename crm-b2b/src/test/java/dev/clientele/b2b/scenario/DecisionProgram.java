package dev.clientele.b2b.scenario;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.SettableClock;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.coverage.team.TeamRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A program that takes decisions on the same records as others beside it. Arguments: the place of the database, the number of the
 * process, how many records of each kind there are. It says "ready", waits for a line, and ends with 0 if it was only refused
 * what another process had decided.
 */
final class DecisionProgram {

    static final TenantId TENANT = TenantId.of("acme");
    static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private final B2b b2b;
    private final int number;

    private DecisionProgram(B2b b2b, int number) {
        this.b2b = b2b;
        this.number = number;
    }

    static Crm crm(Storage storage) {
        return Crm.on(storage)
                .types(B2b.types())
                .clock(new SettableClock(NOW))
                .maxAttempts(100)
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        int records = Integer.parseInt(arguments[2]);
        try (Storage storage = DatabaseKind.openPlace(arguments[0])) {
            B2b b2b = B2b.in(crm(storage).session(TENANT, Actor.user("user" + number)));
            DecisionProgram program = new DecisionProgram(b2b, number);
            System.out.println("ready");
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody said go");
            }
            for (int i = 0; i < records; i++) {
                program.decide(i);
            }
        }
    }

    private void decide(int i) {
        Contract contract = find(b2b.revenue().contracts(), Contract.EXTERNAL_ID, i);
        attempt(() -> {
            if (number % 2 == 0) {
                b2b.revenue().contracts().renew(contract);
            } else {
                b2b.revenue().contracts().end(contract, TODAY, "moved");
            }
        });
        Opportunity deal = find(b2b.deals(), Opportunity.EXTERNAL_ID, i);
        Account account = find(b2b.accounts(), Account.EXTERNAL_ID, i);
        Contact contact =
                b2b.contacts().query(Contact.NAME.is("Ana Silva")).first().orElseThrow();
        SalesRep rep = b2b.teams().salesReps().all().first().orElseThrow();
        b2b.deals().approvals().request(deal, "any", "");
        b2b.deals().stakeholders().assign(deal, contact, BuyingRole.CHAMPION);
        b2b.coverage().teamMembers().assign(account, rep, TeamRole.SPECIALIST);
        AccountContact relation = b2b.contacts().assign(contact, account, ContactRole.EMPLOYEE);
        attempt(() -> b2b.contacts().makePrimary(relation));
        b2b.deals().open(Opportunity.named("More"), Pipeline.standard().with(Pipeline.CODE, "fresh-" + i));
        b2b.deals().quotes().draft(deal);
        attempt(() -> {
            if (number % 2 == 0) {
                b2b.deals().win(deal);
            } else {
                b2b.deals().lose(deal, "price");
            }
        });
        Lead lead = b2b.leads()
                .capture(Lead.ofCompany("Lead " + i).with(Lead.EXTERNAL_ID, "web-" + i))
                .lead();
        attempt(() -> b2b.leads().convert(lead, LeadConversion.toNewAccount()));
    }

    private static <T extends Entity<T>> T find(Repository<T> records, TextField<T> key, int i) {
        return records.query(key.is("record-" + i)).first().orElseThrow();
    }

    private static void attempt(Runnable decision) {
        try {
            decision.run();
        } catch (InvalidException
                | StaleVersionException
                | DuplicateException
                | DeniedException
                | UnmetConditionsException another) {
            // another process has decided already
        }
    }
}
