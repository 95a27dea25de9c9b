package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.interaction.Attribute;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.examples.quickstart.business.CreditLimit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** One account, who looks after it, and what happened between us and it, newest first. */
final class AccountTimelineReport {

    /** The account with the most orders. */
    static final String EXTERNAL_ID = "141";

    private static final int MAX_EVENTS = 15;
    private static final int MAX_TITLE_LENGTH = 60;

    private AccountTimelineReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        B2b b2b = B2b.in(session);
        Account account = b2b.accounts().findByExternalId(EXTERNAL_ID).orElseThrow();
        long all = session.timeline().forRecord(account.id()).count();
        sheet.heading("1  The timeline of an account: " + account.name());
        sheet.line("where    " + where(account.addresses().get(0)));
        sheet.line("contact  " + contact(b2b, account));
        sheet.line("owner    " + owner(b2b, account));
        sheet.line("credit   up to " + NumberText.full(account.require(CreditLimit.FIELD)) + " (a custom field)");
        sheet.table(table(session.timeline().latest(account.id(), MAX_EVENTS).items()));
        sheet.blank().text("The latest " + MAX_EVENTS + " of " + NumberText.count(all) + " interactions.");
    }

    private static ReportTable table(List<Interaction> interactions) {
        ReportTable table = ReportTable.of("day", "", "channel", "what", ">USD");
        for (Interaction interaction : interactions) {
            table.row(
                    LocalDate.ofInstant(interaction.occurredAt(), ZoneOffset.UTC)
                            .toString(),
                    arrow(interaction.direction()),
                    interaction.channel().code(),
                    shortened(interaction.title()),
                    amount(interaction).map(NumberText::money).orElse(""));
        }
        return table;
    }

    private static String arrow(Direction direction) {
        return switch (direction) {
            case INBOUND -> "in";
            case OUTBOUND -> "out";
            case INTERNAL -> "";
        };
    }

    private static Optional<Money> amount(Interaction interaction) {
        return interaction.find(Interaction.ATTRIBUTES).stream()
                .flatMap(List::stream)
                .filter(attribute -> attribute.name().equals("amount"))
                .map(Attribute::value)
                .map(Money::parse)
                .findFirst();
    }

    private static String shortened(String title) {
        return title.length() <= MAX_TITLE_LENGTH ? title : title.substring(0, MAX_TITLE_LENGTH - 1) + "…";
    }

    private static String where(PostalAddress address) {
        return String.join(", ", address.lines()) + ", " + address.city() + ", " + address.country();
    }

    private static String contact(B2b b2b, Account account) {
        List<AccountContact> people = b2b.contacts()
                .relations()
                .query(AccountContact.ACCOUNT.is(account.id()).and(AccountContact.PRIMARY.isTrue()))
                .page(1)
                .items();
        return people.stream()
                .map(relation -> b2b.contacts().get(relation.contact()))
                .map(AccountTimelineReport::reachable)
                .collect(Collectors.joining());
    }

    private static String reachable(Contact contact) {
        return contact.contactPoints().points().stream()
                .findFirst()
                .map(point -> contact.name().display() + ", " + point.original())
                .orElse(contact.name().display());
    }

    private static String owner(B2b b2b, Account account) {
        SalesRep rep = b2b.teams().salesReps().get(account.require(Account.OWNER));
        Territory territory = b2b.teams().territories().get(account.require(Account.TERRITORY));
        String manager = rep.find(SalesRep.MANAGER)
                .map(id -> ", reports to " + b2b.teams().salesReps().get(id).name())
                .orElse("");
        return rep.name() + ", " + territory.name() + manager;
    }
}
