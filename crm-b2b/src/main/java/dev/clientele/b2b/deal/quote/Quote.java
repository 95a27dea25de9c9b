package dev.clientele.b2b.deal.quote;

import dev.clientele.b2b.catalog.Discount;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.LineTotals;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer for a deal: one revision of one number. While it is a draft its lines may change; once it is presented it stays as it
 * is for good, whatever becomes of the deal, the products and their prices. Immutable and thread-safe.
 *
 * <p>Net, tax and total are the sums of the lines ({@link QuoteTotals}); a quote out of step with its lines can't be stored.
 */
public final class Quote extends Entity<Quote> {

    private static final EntityTypeBuilder<Quote> DECLARE = EntityType.define("quote", Quote::new);

    /** For which deal. */
    public static final ReferenceField<Quote, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** The number, such as {@code Q-000042}; all revisions share it. */
    public static final TextField<Quote> NUMBER = DECLARE.key("number", 40, Trait.REQUIRED);
    /** Which revision, from 1. */
    public static final OrderedField<Quote, Long> REVISION = DECLARE.integer("revision", Trait.REQUIRED);
    /** How it stands; what is presented may have expired meanwhile, see {@link #statusOn}. */
    public static final CodedField<Quote, QuoteStatus> STATUS =
            DECLARE.choice("status", QuoteStatus.class, Trait.REQUIRED, Trait.INDEXED);
    /** The last day on which it can be accepted; missing of a draft. */
    public static final OrderedField<Quote, LocalDate> VALID_UNTIL = DECLARE.date("valid_until", Trait.INDEXED);
    /** When it was presented; missing of a draft. */
    public static final OrderedField<Quote, Instant> PRESENTED_AT = DECLARE.instant("presented_at");
    /** When the customer last said yes or no; missing while there is no answer. */
    public static final OrderedField<Quote, Instant> DECIDED_AT = DECLARE.instant("decided_at");
    /** The deal, of the one quote for it that is accepted; missing of all others. */
    public static final ReferenceField<Quote, Opportunity> ACCEPTED_FOR =
            DECLARE.reference("accepted_for", "opportunity", Trait.UNIQUE);
    /** Why it was rejected. */
    public static final TextField<Quote> REJECT_REASON = DECLARE.text("reject_reason", 200);
    /** The price book by which its lines are priced. */
    public static final ReferenceField<Quote, PriceBook> PRICE_BOOK = DECLARE.reference("price_book", "price_book");
    /** What is offered. */
    public static final BodyField<Quote, List<QuoteLine>> LINES =
            DECLARE.list("lines", QuoteLine.class, Opportunity.MAX_LINES, Trait.REQUIRED);
    /** What is taken off the whole; missing if nothing. */
    public static final BodyField<Quote, Discount> OVERALL_DISCOUNT =
            DECLARE.structured("discount_on_whole", Discount.class);
    /** What the lines would come to at list prices. */
    public static final MoneyField<Quote> LIST_AMOUNT = DECLARE.money("list_amount", Trait.REQUIRED);
    /** What the lines come to after all discounts, before tax. */
    public static final MoneyField<Quote> NET = DECLARE.money("net_amount", Trait.REQUIRED);
    /** The tax on them. */
    public static final MoneyField<Quote> TAX = DECLARE.money("tax", Trait.REQUIRED);
    /** What is to be paid. */
    public static final MoneyField<Quote> TOTAL = DECLARE.money("total", Trait.REQUIRED);
    /** The share of the list price that is given away, 0 to 1. */
    public static final OrderedField<Quote, BigDecimal> DISCOUNT =
            DECLARE.decimal("discount", LineTotals.DISCOUNT_SCALE, Trait.REQUIRED);
    /** Anything that is to stand below it. */
    public static final BodyField<Quote, String> TERMS = DECLARE.longText("terms", 20_000);

    /** The declaration. */
    public static final EntityType<Quote> TYPE = DECLARE.uniqueKey("one_of_each_revision", NUMBER, REVISION)
            .rule(QuoteRules::violations)
            .changeRule(QuoteRules::changeViolations)
            .build();

    private Quote(EntityState<Quote> state) {
        super(state);
    }

    static Quote draft(Id<Opportunity> deal, String number, long revision) {
        return TYPE.newEntity()
                .with(OPPORTUNITY, deal)
                .with(NUMBER, number)
                .with(REVISION, revision)
                .with(STATUS, QuoteStatus.DRAFT);
    }

    /** For which deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** The number, which all revisions share. */
    public String number() {
        return require(NUMBER);
    }

    /** Which revision, from 1. */
    public long revision() {
        return require(REVISION);
    }

    /** How it stands but for its last day, see {@link #statusOn}. */
    public QuoteStatus status() {
        return require(STATUS);
    }

    /** How it stands on a day: as {@link #status}, or expired if it is presented and its last day is over. */
    public QuoteStatus statusOn(LocalDate today) {
        boolean over = find(VALID_UNTIL).map(today::isAfter).orElse(false);
        return status() == QuoteStatus.PRESENTED && over ? QuoteStatus.EXPIRED : status();
    }

    /** The quotes that have expired by a day: presented, and their last day is over. */
    public static Criteria expired(LocalDate today) {
        return STATUS.is(QuoteStatus.PRESENTED).and(VALID_UNTIL.below(today));
    }

    /** What is offered. */
    public List<QuoteLine> lines() {
        return getOrDefault(LINES, List.of());
    }

    /** What is taken off the whole. */
    public Discount overallDiscount() {
        return getOrDefault(OVERALL_DISCOUNT, Discount.none());
    }

    /** What it comes to before tax. */
    public Money net() {
        return require(NET);
    }

    /** The tax on it. */
    public Money tax() {
        return require(TAX);
    }

    /** What is to be paid. */
    public Money total() {
        return require(TOTAL);
    }

    /** What a deal consists of that takes it: its lines with their shares of the discount on the whole. */
    public List<LineItem> lineItems() {
        return lines().stream().map(QuoteLine::item).toList();
    }

    /** This draft with these lines; all figures follow. */
    public Quote withLines(List<QuoteLine> lines) {
        return priced(lines, overallDiscount());
    }

    /** This draft with this taken off the whole; all figures follow. */
    public Quote withOverallDiscount(Discount discount) {
        return priced(lines(), discount);
    }

    /** This draft with this rate of tax on every line, 0 to 1; null for none. */
    public Quote withTaxRate(@Nullable BigDecimal rate) {
        return withLines(lines().stream().map(line -> line.withTaxRate(rate)).toList());
    }

    Quote priced(List<QuoteLine> lines, Discount onWhole) {
        QuoteTotals figures = QuoteTotals.of(lines, onWhole);
        return with(LINES, figures.lines())
                .with(OVERALL_DISCOUNT, onWhole.equals(Discount.none()) ? null : onWhole)
                .with(LIST_AMOUNT, figures.list())
                .with(NET, figures.net())
                .with(TAX, figures.tax())
                .with(TOTAL, figures.total())
                .with(DISCOUNT, figures.discount());
    }
}
