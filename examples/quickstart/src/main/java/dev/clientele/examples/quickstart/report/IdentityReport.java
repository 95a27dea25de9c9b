package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.DecisionKind;
import dev.clientele.b2c.identity.IdentityDecision;
import dev.clientele.b2c.identity.MatchReview;
import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.identity.WebShopFile;
import dev.clientele.examples.quickstart.identity.WrongMerge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which persons of two sources are one, how well that was found, and some of the decisions in words. */
final class IdentityReport {

    private IdentityReport() {}

    static void write(ReportWriter sheet, CrmSession base, CrmSession consumers) {
        B2c b2c = B2c.in(base);
        WebShopFile file = WebShopFile.of(consumers);
        PairCount pairs = PairCount.of(base, file);
        long reviews = b2c.identity().reviews().count();
        sheet.heading("7  Who is who: a second source, and one base")
                .text("Of " + NumberText.count(WebShopFile.KNOWN) + " consumers as people entered them, and "
                        + NumberText.count(file.records().size())
                        + " records of a web shop's file that the program makes of some of them and of strangers, with slips,"
                        + " swapped names and days, other addresses, missing values and customer numbers of its own. A model"
                        + " was fitted to both without labels.")
                .table(ReportTable.of("records of one person", ">pairs")
                        .row("found", NumberText.count(pairs.found()))
                        .row("of these right", NumberText.count(pairs.right()))
                        .row("in truth", NumberText.count(pairs.all()))
                        .row("precision", NumberText.decimal(100 * pairs.precision(), 1) + " %")
                        .row("recall", NumberText.decimal(100 * pairs.recall(), 1) + " %")
                        .row("for people to decide", NumberText.count(reviews)));
        writeMatch(sheet, b2c);
        b2c.identity().reviews().first().ifPresent(review -> writeReview(sheet, b2c, review));
        writeMerge(sheet, b2c, WrongMerge.in(consumers));
    }

    /** The record that was matched in spite of the most against it. */
    private static void writeMatch(ReportWriter sheet, B2c b2c) {
        Comparator<SourceRecord> leastSure =
                Comparator.comparing(record -> -reason(record).score());
        try (Stream<SourceRecord> records = b2c
                .identity()
                .records()
                .query(SourceRecord.SOURCE.is(WebShopFile.SOURCE))
                .sortedBy(SourceRecord.SOURCE_KEY)
                .stream()) {
            records.filter(record -> record.reasons().stream()
                            .anyMatch(reason -> reason.rule().equals(LinkReason.MATCH)))
                    .max(leastSure)
                    .ifPresent(record -> {
                        LinkReason reason = reason(record);
                        sheet.blank()
                                .text("Why these two are one, with a probability of "
                                        + NumberText.decimal(100 * reason.probability(), 2) + " %:")
                                .item("  • ", words(b2c, Id.of(reason.record())))
                                .item("  • ", words(b2c, record.id()))
                                .item(
                                        "  ",
                                        reason.words() + "; any two records "
                                                + NumberText.decimal(reason.prior(), 1)
                                                + " (natural log-odds: they add up).");
                    });
        }
    }

    private static LinkReason reason(SourceRecord record) {
        return record.reasons().stream()
                .filter(reason -> reason.rule().equals(LinkReason.MATCH))
                .max(Comparator.comparing(LinkReason::probability).thenComparing(LinkReason::record))
                .orElseThrow();
    }

    private static void writeReview(ReportWriter sheet, B2c b2c, MatchReview review) {
        LinkReason reason = review.require(MatchReview.REASON);
        sheet.blank()
                .text("Left to people, with a probability of " + NumberText.decimal(100 * review.probability(), 1)
                        + " %:")
                .item("  • ", words(b2c, review.first()))
                .item("  • ", words(b2c, review.second()))
                .item("  ", reason.words() + "; any two records " + NumberText.decimal(reason.prior(), 1) + ".");
    }

    private static String words(B2c b2c, Id<SourceRecord> id) {
        SourceRecord record = b2c.identity().records().get(id);
        Person said = record.said();
        return Stream.of(
                        record.isByHand() ? "by hand" : record.source() + " " + record.externalId(),
                        said.displayName(),
                        said.find(Person.BIRTH_DATE).map(Objects::toString).orElse("no birthday"),
                        said.addresses().stream()
                                .findFirst()
                                .map(IdentityReport::words)
                                .orElse("no address"))
                .collect(Collectors.joining(" | "));
    }

    private static String words(PostalAddress address) {
        return Stream.of(address.lines().stream().findFirst().orElse(null), address.postalCode(), address.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static void writeMerge(ReportWriter sheet, B2c b2c, WrongMerge merge) {
        List<IdentityDecision> decisions;
        try (Stream<IdentityDecision> all = b2c.identity().decisions().stream()) {
            decisions = all.filter(IdentityDecision::isTakenBack)
                    .filter(decision -> decision.kind() == DecisionKind.MERGED)
                    .toList();
        }
        for (IdentityDecision decision : decisions) {
            sheet.blank()
                    .text("A merge, and back: a till slip had the card of "
                            + merge.card().displayName() + " and the telephone number of "
                            + merge.phone().displayName() + ". Both became one person (" + decision.words()
                            + "), who had bought for USD 30.00; the second one bought for another 5.00. Somebody noticed, and the"
                            + " decision was taken back: the first has bought for "
                            + spent(b2c, merge.card().id()) + ", the second for "
                            + spent(b2c, merge.phone().id()) + ".");
        }
    }

    private static String spent(B2c b2c, Id<Person> person) {
        return NumberText.full(b2c.purchases().ledger(person).orElseThrow().require(PurchaseLedger.SPENT));
    }
}
