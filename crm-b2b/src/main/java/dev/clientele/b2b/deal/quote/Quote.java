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
 * A quote for a deal: one revision of one number. While it is a draft its lines may change; once it is presented it
 * stays as it is for good, whatever becomes of the deal, the products and their prices. Immutable and thread-safe.
 *
 * <p>Net, tax and total are the sums of the lines ({@link QuoteTotals}); a quote out of step with its lines can't be
 * stored.
 */
public final class Quote extends Entity<Quote> {

    private static final EntityTypeBuilder<Quote> DECLARE = EntityType.define("quote", Quote::new);

    /** The deal. */
    public static final ReferenceField<Quote, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** The number, such as {@code Q-000042}; all revisions share it. */
    public static final TextField<Quote> NUMBER = DECLARE.key("number", 40, Trait.REQUIRED);
    /** The number of the revision, from 1. */
    public static final OrderedField<Quote, Long> REVISION = DECLARE.integer("revision", Trait.REQUIRED);
    /** The stored status; a presented quote may have expired meanwhile, see {@link #statusOn}. */
    public static final CodedField<Quote, QuoteStatus> STATUS =
            DECLARE.choice("status", QuoteStatus.class, Trait.REQUIRED, Trait.INDEXED);
    /** The last day on which it can be accepted; missing of a draft. */
    public static final OrderedField<Quote, LocalDate> VALID_UNTIL = DECLARE.date("valid_until", Trait.INDEXED);
    /** The time of its presentation; missing of a draft. */
    public static final OrderedField<Quote, Instant> PRESENTED_AT = DECLARE.instant("presented_at");
    /** The time of the customer's last answer; missing while there is none. */
    public static final OrderedField<Quote, Instant> DECIDED_AT = DECLARE.instant("decided_at");
    /** The deal, of the one quote for it that is accepted; missing of all others. */
    public static final ReferenceField<Quote, Opportunity> ACCEPTED_FOR =
            DECLARE.reference("accepted_for", "opportunity", Trait.UNIQUE);
    /** The reason for its rejection. */
    public static final TextField<Quote> REJECT_REASON = DECLARE.text("reject_reason", 200);
    /** The price book by which its lines are priced. */
    public static final ReferenceField<Quote, PriceBook> PRICE_BOOK = DECLARE.reference("price_book", "price_book");
    /** The lines. */
    public static final BodyField<Quote, List<QuoteLine>> LINES =
            DECLARE.list("lines", QuoteLine.class, Opportunity.MAX_LINES, Trait.REQUIRED);
    /** The discount on the whole; missing if there is none. */
    public static final BodyField<Quote, Discount> OVERALL_DISCOUNT =
            DECLARE.structured("discount_on_whole", Discount.class);
    /** The total at list prices. */
    public static final MoneyField<Quote> LIST_AMOUNT = DECLARE.money("list_amount", Trait.REQUIRED);
    /** The total after all discounts, before tax. */
    public static final MoneyField<Quote> NET = DECLARE.money("net_amount", Trait.REQUIRED);
    /** The tax on the lines. */
    public static final MoneyField<Quote> TAX = DECLARE.money("tax", Trait.REQUIRED);
    /** The total to be paid. */
    public static final MoneyField<Quote> TOTAL = DECLARE.money("total", Trait.REQUIRED);
    /** The discount against list price, as a share of 0 to 1. */
    public static final OrderedField<Quote, BigDecimal> DISCOUNT =
            DECLARE.decimal("discount", LineTotals.DISCOUNT_SCALE, Trait.REQUIRED);
    /** The terms printed below the lines. */
    public static final BodyField<Quote, String> TERMS = DECLARE.longText("terms", 20_000);

    /** The entity type: its fields, indexes and rules. */
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

    /** Returns the deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Returns the number, which all revisions share. */
    public String number() {
        return require(NUMBER);
    }

    /** Returns the number of the revision, from 1. */
    public long revision() {
        return require(REVISION);
    }

    /** Returns the stored status, which doesn't regard the last day, see {@link #statusOn}. */
    public QuoteStatus status() {
        return require(STATUS);
    }

    /** Returns the status on a day: as {@link #status}, or expired if it is presented and its last day is over. */
    public QuoteStatus statusOn(LocalDate today) {
        boolean over = find(VALID_UNTIL).map(today::isAfter).orElse(false);
        return status() == QuoteStatus.PRESENTED && over ? QuoteStatus.EXPIRED : status();
    }

    /** Returns the criteria of quotes that have expired by a day: presented, and their last day is over. */
    public static Criteria expired(LocalDate today) {
        return STATUS.is(QuoteStatus.PRESENTED).and(VALID_UNTIL.below(today));
    }

    /** Returns the lines. */
    public List<QuoteLine> lines() {
        return getOrDefault(LINES, List.of());
    }

    /** Returns the discount on the whole. */
    public Discount overallDiscount() {
        return getOrDefault(OVERALL_DISCOUNT, Discount.none());
    }

    /** Returns the total before tax. */
    public Money net() {
        return require(NET);
    }

    /** Returns the tax. */
    public Money tax() {
        return require(TAX);
    }

    /** Returns the total to be paid. */
    public Money total() {
        return require(TOTAL);
    }

    /**
     * Returns the line items of a deal that takes the quote: its lines with their shares of the discount on the whole.
     */
    public List<LineItem> lineItems() {
        return lines().stream().map(QuoteLine::item).toList();
    }

    /** Returns a copy of this draft with these lines; all figures follow. */
    public Quote withLines(List<QuoteLine> lines) {
        return priced(lines, overallDiscount());
    }

    /** Returns a copy of this draft with this discount on the whole; all figures follow. */
    public Quote withOverallDiscount(Discount discount) {
        return priced(lines(), discount);
    }

    /** Returns a copy of this draft with this tax rate on every line, 0 to 1; null for none. */
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
