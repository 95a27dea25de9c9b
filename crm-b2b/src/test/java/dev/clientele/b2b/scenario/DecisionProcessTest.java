package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.Gate;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.quote.Quote;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.DatabaseKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four processes that decide on the same records of one database at once. */
class DecisionProcessTest {

    private static final int PROCESSES = 4;
    private static final int RECORDS = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRES"})
    void every_invariant_holds_and_no_process_is_told_that_the_database_is_unavailable(DatabaseKind kind)
            throws Exception {
        try (Storage storage = kind.open(folder)) {
            B2b b2b = B2b.in(DecisionProgram.crm(storage).session(DecisionProgram.TENANT, Actor.user("alice")));
            prepare(b2b);

            assertThat(runProcesses(kind.place(folder))).containsOnly(0);

            assertInvariants(b2b);
        }
    }

    private static void prepare(B2b b2b) {
        Pipeline standard = Pipeline.standard();
        Stage contract = standard.stage("contract")
                .withEntryGate(Gate.open()
                        .requiringApproval(ApprovalRule.of("any", "any deal", Criteria.always())
                                .covering(Opportunity.AMOUNT)));
        Pipeline pipeline = b2b.deals().pipelines().add(standard.withStage(contract));
        b2b.contacts().add(Contact.named("Ana Silva"));
        b2b.teams().salesReps().add(SalesRep.named("Dora"));
        Product product = b2b.catalog().products().add(Product.of("PUMP", "Pump"));
        PriceBook book = b2b.catalog()
                .priceBooks()
                .add(PriceBook.of("EU", "Europe", CurrencyUnit.EUR).with(PriceBook.STANDARD_FOR, CurrencyUnit.EUR));
        Money price = Money.of(CurrencyUnit.EUR, 100);
        b2b.catalog().prices().add(book, product, price, DecisionProgram.TODAY.minusYears(1));
        for (int i = 0; i < RECORDS; i++) {
            String id = "record-" + i;
            Account account = b2b.accounts().add(Account.named("Customer " + i).with(Account.EXTERNAL_ID, id));
            b2b.revenue()
                    .contracts()
                    .add(Contract.of(account.id(), id, price, DecisionProgram.TODAY.minusMonths(2), 12)
                            .with(Contract.EXTERNAL_ID, id));
            Opportunity deal = b2b.deals()
                    .open(
                            Opportunity.of(account, id)
                                    .with(Opportunity.EXTERNAL_ID, id)
                                    .with(Opportunity.AMOUNT, price),
                            pipeline);
            b2b.deals().lines().add(deal, product, 3);
        }
    }

    private static List<Integer> runProcesses(String place) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        List<BufferedReader> outputs = new ArrayList<>();
        try {
            for (int number = 0; number < PROCESSES; number++) {
                Process process = start(place, number);
                processes.add(process);
                outputs.add(
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
            }
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            List<Integer> ends = new ArrayList<>();
            for (Process process : processes) {
                ends.add(process.waitFor());
            }
            return ends;
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static Process start(String place, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecisionProgram.class.getName(),
                        place,
                        String.valueOf(number),
                        String.valueOf(RECORDS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void assertInvariants(B2b b2b) {
        for (Contract contract : list(b2b.revenue().contracts())) {
            long renewals = b2b.revenue()
                    .contracts()
                    .query(Contract.PREVIOUS.is(contract.id()))
                    .count();
            assertThat(renewals)
                    .as("an ended contract isn't renewed, and none twice")
                    .isLessThanOrEqualTo(contract.isTerminated() ? 0 : 1);
        }
        for (int i = 0; i < RECORDS; i++) {
            Opportunity deal = b2b.deals().findByExternalId("record-" + i).orElseThrow();
            assertThat(deal.visits()).as("a deal is closed once").hasSize(2);
            assertThat(b2b.deals()
                            .approvals()
                            .query(Approval.OPPORTUNITY.is(deal.id()))
                            .count())
                    .as("one request")
                    .isEqualTo(1);
            assertThat(b2b.deals().stakeholders().findByDeal(deal.id()))
                    .as("one stakeholder")
                    .hasSize(1);
            assertThat(b2b.deals()
                            .pipelines()
                            .query(Pipeline.CODE.is("fresh-" + i))
                            .count())
                    .as("one pipeline of a code")
                    .isEqualTo(1);
            assertThat(b2b.leads().query(Lead.EXTERNAL_ID.is("web-" + i)).count())
                    .as("one lead of an external id")
                    .isEqualTo(1);
            assertThat(b2b.accounts().query(Account.NAME.is("Lead " + i)).count())
                    .as("a lead is converted once")
                    .isEqualTo(1);
        }
        assertThat(b2b.coverage().teamMembers().all().count()).as("one member").isEqualTo(RECORDS);
        assertThat(b2b.contacts()
                        .relations()
                        .query(AccountContact.PRIMARY.isTrue())
                        .count())
                .as("one primary contact")
                .isEqualTo(RECORDS);
        List<String> numbers =
                list(b2b.deals().quotes()).stream().map(Quote::number).sorted().toList();
        assertThat(numbers)
                .as("numbers without gap")
                .isEqualTo(IntStream.rangeClosed(1, PROCESSES * RECORDS)
                        .mapToObj("Q-%06d"::formatted)
                        .toList());
    }

    private static <T extends Entity<T>> List<T> list(Repository<T> records) {
        try (Stream<T> all = records.all().stream()) {
            return all.toList();
        }
    }
}
