package dev.clientele.examples.benchmarks.imports;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.exchange.deals.DealImport;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.entity.Id;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Deals of a thousand accounts, half of them closed. */
final class DealFile implements ImportedFile {

    private static final int ACCOUNTS = 1000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final List<CurrencyUnit> CURRENCIES = List.of(CurrencyUnit.EUR, CurrencyUnit.GBP, CurrencyUnit.USD);
    private static final Pipeline PIPELINE = Pipeline.standard();
    private static final DealImport PLAN = DealImport.into(PIPELINE)
            .externalId("Deal ID")
            .stage("Stage")
            .enteredOn("Entered")
            .closedOn("Closed")
            .reason("Reason")
            .amount("Amount", "Currency")
            .column("Deal name", Opportunity.NAME)
            .account("Account", Account.NAME);

    @Override
    public String rows() {
        return "deals";
    }

    @Override
    public String header() {
        return "Deal ID,Deal name,Account,Stage,Entered,Closed,Reason,Amount,Currency";
    }

    @Override
    public String row(int number) {
        int fault = isBad(number) ? fault(number, 5) : -1;
        return String.join(
                ",",
                fault == 0 ? "" : id(number),
                '"' + name(number) + '"',
                '"' + (fault == 1 ? "Nobody" : accountName(number % ACCOUNTS)) + '"',
                fault == 2 ? "Dreaming" : stage(number).name(),
                fault == 3 ? "2025-02-30" : entered(number).toString(),
                stage(number).isOpen() ? "" : closed(number).toString(),
                stage(number).isOpen() ? "" : reason(number),
                amount(number).getAmount() + (fault == 4 ? "5" : ""),
                amount(number).getCurrencyUnit().getCode());
    }

    private static String id(int number) {
        return "D-" + number;
    }

    private static String name(int number) {
        return "Licences, phase " + number;
    }

    private static String accountName(int number) {
        return "Globex, branch " + number;
    }

    private static Stage stage(int number) {
        if (number % 2 == 0) {
            return PIPELINE.openStages().get(number / 2 % PIPELINE.openStages().size());
        }
        return number % 4 == 1 ? PIPELINE.wonStage() : PIPELINE.lostStage();
    }

    private static LocalDate entered(int number) {
        return FIRST_DAY.plusDays(number % 365);
    }

    private static LocalDate closed(int number) {
        return entered(number).plusDays(number % 90);
    }

    private static String reason(int number) {
        return number % 3 == 0 ? "price" : "fit";
    }

    private static Money amount(int number) {
        return Money.of(CURRENCIES.get(number % 3), BigDecimal.valueOf(100_000L + number, 2));
    }

    @Override
    public void prepare(CrmSession session) {
        B2b b2b = B2b.in(session);
        b2b.deals().pipelines().getOrCreate(PIPELINE);
        session.repository(Account.TYPE)
                .addAll(IntStream.range(0, ACCOUNTS)
                        .mapToObj(number -> Account.named(accountName(number)).withId(accountId(number)))
                        .toList());
    }

    private static Id<Account> accountId(int number) {
        return Id.of(new UUID(0x7000L, Long.MIN_VALUE | number));
    }

    @Override
    public ImportReport run(CrmSession session, Reader text, boolean dry) {
        return (dry ? PLAN.dryRun() : PLAN).run(session, text);
    }

    @Override
    public void store(CrmSession session, List<Integer> numbers) {
        Pipeline stored = B2b.in(session).deals().pipelines().getOrCreate(PIPELINE);
        session.forImportOfHistory()
                .repository(Opportunity.TYPE)
                .addAll(numbers.stream().map(number -> deal(number, stored)).toList());
    }

    private static Opportunity deal(int number, Pipeline pipeline) {
        Stage stage = stage(number);
        Opportunity deal = Opportunity.named(name(number))
                .with(Opportunity.EXTERNAL_ID, id(number))
                .with(Opportunity.ACCOUNT, accountId(number % ACCOUNTS));
        if (stage.isOpen()) {
            return deal.with(Opportunity.AMOUNT, amount(number)).movedTo(pipeline, stage, start(entered(number)));
        }
        Opportunity open = deal.movedTo(pipeline, pipeline.firstStage(), start(entered(number)))
                .with(Opportunity.AMOUNT, amount(number));
        Instant end = start(closed(number));
        return number % 4 == 1
                ? open.won(pipeline, end, closed(number), reason(number))
                : open.lost(pipeline, end, closed(number), reason(number));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public long count(CrmSession session) {
        return session.repository(Opportunity.TYPE).all().count();
    }
}
