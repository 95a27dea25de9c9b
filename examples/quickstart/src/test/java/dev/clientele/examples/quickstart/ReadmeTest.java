package dev.clientele.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joda.money.CurrencyUnit.EUR;
import static org.joda.money.CurrencyUnit.GBP;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.UnmetCondition;
import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Page;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.YearQuarter;

/** The lines of Java that the README shows, word for word, and what comes of them. */
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void the_lines_of_the_readme_do_what_they_say() {
        Path file = folder.resolve("crm.db");
        // README begins
        try (Storage storage = SqliteStorage.open(file)) {
            Crm crm = Crm.on(storage).types(B2b.types()).types(B2c.types()).build();
            CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));

            B2b b2b = B2b.in(session);
            Account globex = b2b.accounts().add(Account.named("Globex").with(Account.INDUSTRY, "energy"));
            Opportunity turbines = Opportunity.of(globex, "Turbines 2027")
                    .with(Opportunity.AMOUNT, Money.of(EUR, 1_200_000))
                    .with(Opportunity.CLOSE_DATE, LocalDate.of(2027, 3, 31));
            Opportunity deal = b2b.deals().open(turbines, Pipeline.standard());
            List<UnmetCondition> inTheWay = b2b.deals().canAdvance(deal, "Propose");
            deal = b2b.deals().advance(deal, "Propose");
            Money expected = b2b.insight()
                    .forecast()
                    .closingIn(YearQuarter.of(2027, 1))
                    .in(EUR)
                    .weighted();

            B2c b2c = B2c.in(session);
            Person ana = b2c.persons().add(Person.named(PersonName.of("Ana", "Silva")));
            Instant when = Instant.parse("2026-11-03T10:15:00Z");
            b2c.purchases().record(Purchase.of("shop", "order-1001", ana, Money.of(GBP, 45), when));
            Page<Interaction> latest = b2c.timeline(ana.id()).page(20);
            // README ends
            assertThat(inTheWay).isEmpty();
            assertThat(deal.stage()).isEqualTo("propose");
            assertThat(expected).isEqualTo(Money.of(EUR, 600_000));
            assertThat(latest.items())
                    .singleElement()
                    .extracting(Interaction::occurredAt)
                    .isEqualTo(when);
        }
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        assertThat(shown()).isEqualTo(tried());
    }

    private static String shown() throws IOException {
        String readme = Files.readString(root().resolve("README.md"));
        int from = readme.indexOf("```java\ntry (") + "```java\n".length();
        return readme.substring(from, readme.indexOf("```", from)).replace("Path.of(\"crm.db\")", "file");
    }

    /** The lines between the marks above, set back to the margin, and the brace that closes them. */
    private static String tried() throws IOException {
        String source = Files.readString(root().resolve("examples/quickstart/src/test/java")
                .resolve(ReadmeTest.class.getName().replace('.', '/') + ".java"));
        int from = source.indexOf("// README begins\n") + "// README begins\n".length();
        return source.substring(from, source.indexOf("// README ends"))
                        .lines()
                        .map(line -> line.length() > 8 ? line.substring(8) : "")
                        .collect(Collectors.joining("\n"))
                        .strip()
                + "\n}\n";
    }

    /** The project's folder, from wherever in it the tests run. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
