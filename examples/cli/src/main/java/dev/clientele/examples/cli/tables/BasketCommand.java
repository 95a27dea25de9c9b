package dev.clientele.examples.cli.tables;

import static dev.clientele.examples.cli.text.TextFormat.format;
import static dev.clientele.examples.cli.text.TextFormat.percent;

import dev.clientele.b2c.analytics.basket.Affinity;
import dev.clientele.b2c.analytics.basket.AffinitySettings;
import dev.clientele.b2c.analytics.basket.AffinityTable;
import dev.clientele.b2c.analytics.basket.NextProductRecommender;
import dev.clientele.b2c.analytics.basket.ProductSuggestion;
import dev.clientele.examples.cli.purchases.RejectionLog;
import dev.clientele.examples.cli.text.TextTable;
import dev.clientele.examples.cli.transactions.ColumnReference;
import dev.clientele.examples.cli.transactions.TransactionFile;
import dev.clientele.examples.cli.transactions.TransactionOptions;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code basket}: what is bought together, and what to offer next. */
@Command(
        name = "basket",
        header = "Tells what is bought together.",
        description = {
            "Finds pairs of items that are in the same basket. Support is the share of all baskets that have both,"
                    + " confidence the share of those with the one that also have the other, lift how many times as often"
                    + " both are together as chance would have it.",
            "Rows with an amount below 0 are returns and left out; a file without amounts is read without --amount."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false)
@SuppressWarnings("NullAway.Init") // what is required or has a default is there once the arguments are parsed
public final class BasketCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PurchaseBookOptions options;

    @Option(
            names = "--item",
            paramLabel = "COL",
            required = true,
            order = 20,
            converter = TransactionOptions.ColumnConverter.class,
            description = "the column that says what was bought")
    private ColumnReference item;

    @Option(
            names = "--basket",
            paramLabel = "COL",
            order = 21,
            converter = TransactionOptions.ColumnConverter.class,
            description = "the column that names the basket, such as a receipt's number; else what a customer buys on"
                    + " one day is a basket")
    private @Nullable ColumnReference basket;

    @Option(
            names = "--min-baskets",
            paramLabel = "NUMBER",
            defaultValue = "10",
            order = 22,
            description = "in how many baskets a pair must be; else ${DEFAULT-VALUE}")
    private long leastBaskets;

    @Option(
            names = "--min-confidence",
            paramLabel = "SHARE",
            defaultValue = "0",
            order = 23,
            description = "the least confidence, from 0 to 1; else ${DEFAULT-VALUE}")
    private double leastConfidence;

    @Option(
            names = "--min-lift",
            paramLabel = "NUMBER",
            defaultValue = "1",
            order = 24,
            description = "the least lift; else ${DEFAULT-VALUE}")
    private double leastLift;

    @Option(
            names = "--top",
            paramLabel = "NUMBER",
            defaultValue = "20",
            order = 25,
            description = "how many rules to give, the highest lift first; else ${DEFAULT-VALUE}")
    private int top;

    @Option(
            names = "--next-for",
            paramLabel = "CUSTOMER",
            order = 26,
            description = "also give what to offer this customer next; may be given more than once")
    private @Nullable List<String> nextFor;

    /** What was found. */
    record BasketResult(
            long baskets,
            long items,
            long rules,
            List<AffinityRule> top,
            List<CustomerOffers> next,
            long returned,
            long notAboveZero,
            long later,
            long rejected,
            Map<String, Long> rejections) {}

    /** Who takes the one also takes the other. */
    record AffinityRule(String item, String also, long baskets, double support, double confidence, double lift) {

        static AffinityRule of(Affinity<String> rule) {
            return new AffinityRule(
                    rule.item(), rule.otherItem(), rule.baskets(), rule.support(), rule.confidence(), rule.lift());
        }
    }

    /** What to offer a customer. */
    record CustomerOffers(String customer, List<ProductOffer> offers) {}

    /** An item, and the rule that leads there; null if it is only that many take it. */
    record ProductOffer(String item, double score, @Nullable AffinityRule because) {

        static ProductOffer of(ProductSuggestion<String> suggestion) {
            return new ProductOffer(
                    suggestion.item(),
                    suggestion.score(),
                    suggestion.reason().map(AffinityRule::of).orElse(null));
        }
    }

    @Override
    public Integer call() {
        PurchaseBookOptions.require(spec, "--min-baskets", leastBaskets >= 1, "1 or more", leastBaskets);
        PurchaseBookOptions.require(
                spec, "--min-confidence", leastConfidence >= 0 && leastConfidence <= 1, "from 0 to 1", leastConfidence);
        PurchaseBookOptions.require(
                spec, "--min-lift", leastLift >= 0 && leastLift <= Double.MAX_VALUE, "0 or more and finite", leastLift);
        PurchaseBookOptions.require(spec, "--top", top >= 0, "0 or more", top);
        BasketCollector records = read();
        AffinityTable<String> table =
                AffinityTable.of(records.baskets(), new AffinitySettings(leastBaskets, leastConfidence, leastLift));
        RejectionLog complaints = records.complaints();
        BasketResult result = new BasketResult(
                table.baskets(),
                table.items().size(),
                table.rules().size(),
                table.rules().stream().limit(top).map(AffinityRule::of).toList(),
                next(table, records),
                records.returned(),
                records.notAboveZero(),
                records.later(),
                complaints.count(),
                complaints.byReason());
        return options.write(spec, result, out -> write(result, out));
    }

    private BasketCollector read() {
        TransactionFile file = options.transactions().file(spec, Optional.ofNullable(basket), Optional.of(item));
        RejectionLog complaints = options.purchases().complaints(spec);
        BasketCollector records = new BasketCollector(options.purchases().aboveZero(), options.end(), complaints);
        try {
            file.read(records);
            complaints.reportOmitted();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (records.isEmpty()) {
            throw new UnusableDataException("no row of " + file.path() + " says that something was bought: "
                    + complaints.count() + " were rejected"
                    + complaints.remedy(file.layout()));
        }
        return records;
    }

    private List<CustomerOffers> next(AffinityTable<String> table, BasketCollector records) {
        if (nextFor == null) {
            return List.of();
        }
        NextProductRecommender<String> next = NextProductRecommender.of(table);
        return nextFor.stream()
                .map(customer -> {
                    Set<String> taken = records.items(customer);
                    if (taken.isEmpty()) {
                        throw new ParameterException(
                                spec.commandLine(), "--next-for must be a customer of the file, was " + customer);
                    }
                    return new CustomerOffers(
                            customer,
                            next.recommend(taken, 5).stream()
                                    .map(ProductOffer::of)
                                    .toList());
                })
                .toList();
    }

    private void write(BasketResult result, PrintWriter out) {
        out.println(format(
                "%,d baskets, %,d items, %,d rules of pairs in %,d baskets or more.",
                result.baskets(), result.items(), result.rules(), leastBaskets));
        if (!result.top().isEmpty()) {
            out.println();
            TextTable rules = new TextTable("who takes", "also takes", "baskets", "support", "confidence", "lift")
                    .withLeftColumns(2);
            for (AffinityRule rule : result.top()) {
                rules.addRow(
                        rule.item(),
                        rule.also(),
                        format("%,d", rule.baskets()),
                        format("%.2f %%", 100 * rule.support()),
                        percent(rule.confidence()),
                        format("%.1f", rule.lift()));
            }
            rules.write(out);
        }
        for (CustomerOffers next : result.next()) {
            out.println();
            out.println("To offer " + next.customer() + " next:");
            TextTable offers = new TextTable("item", "because of", "surely at least").withLeftColumns(2);
            for (ProductOffer offer : next.offers()) {
                AffinityRule because = offer.because();
                offers.addRow(
                        offer.item(), because == null ? "(many take it)" : because.item(), percent(offer.score()));
            }
            offers.write(out);
        }
        out.println();
        out.println(format(
                "%,d returns, %,d rows not above 0 and %,d after the last day left out, %,d rows rejected.",
                result.returned(), result.notAboveZero(), result.later(), result.rejected()));
        result.rejections().forEach((reason, count) -> out.println(format("  %,9d rejected: %s", count, reason)));
    }
}
