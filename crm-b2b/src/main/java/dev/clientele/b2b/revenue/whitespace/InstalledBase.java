package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.account.Contacts;
import dev.clientele.b2b.catalog.Product;
import dev.clientele.b2b.catalog.Products;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.order.Order;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The products that the accounts of the session's tenant own, by their contracts, orders and won deals. Thread-safe
 * unless the session is that of a transaction.
 */
public final class InstalledBase {

    private final CrmSession session;

    /** Opens the installed base of a session. */
    public InstalledBase(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Finds the products of the contracts that are active on a day; contracts that name no product are left out. */
    public List<InstalledProduct> findUnderContract(LocalDate day) {
        Set<InstalledProduct> holdings = new LinkedHashSet<>();
        try (Stream<RecordColumns<Contract>> contracts = session
                .repository(Contract.TYPE)
                .query(Contract.activeOn(day).and(Contract.PRODUCT.isPresent()))
                .columns(List.of(Contract.ACCOUNT, Contract.PRODUCT, Contract.DEPARTMENT))
                .stream()) {
            contracts
                    .map(contract -> new InstalledProduct(
                            contract.require(Contract.ACCOUNT),
                            contract.require(Contract.PRODUCT),
                            contract.get(Contract.DEPARTMENT)))
                    .forEach(holdings::add);
        }
        return List.copyOf(holdings);
    }

    /**
     * Finds the products ordered in a time; orders that name no products, and amounts that were paid back, are left
     * out. Orders of an account that was merged into another are that one's.
     */
    public List<InstalledProduct> findOrdered(Instant startInclusive, Instant endExclusive) {
        Set<InstalledProduct> holdings = new LinkedHashSet<>();
        try (Stream<Order> orders =
                session
                        .eventLog(Order.TYPE)
                        .all()
                        .and(Order.TYPE.occurredBetween(startInclusive, endExclusive))
                        .stream()) {
            orders.filter(order -> order.amount().isPositive())
                    .forEach(order -> order.products()
                            .forEach(product -> holdings.add(
                                    new InstalledProduct(order.account(), product, order.get(Order.DEPARTMENT)))));
        }
        Map<UUID, UUID> merged = new MergedIds(session)
                .resolve(holdings.stream()
                        .map(holding -> holding.account().value())
                        .collect(Collectors.toSet()));
        return holdings.stream()
                .map(holding -> holding.with(Id.<Account>of(merged.getOrDefault(
                        holding.account().value(), holding.account().value()))))
                .distinct()
                .toList();
    }

    /** Finds the products of deals won in a time; deals without an account or lines are left out. */
    public List<InstalledProduct> findWon(LocalDate startInclusive, LocalDate endExclusive) {
        Set<InstalledProduct> holdings = new LinkedHashSet<>();
        Criteria closed = Opportunity.CLOSE_DATE
                .between(startInclusive, endExclusive)
                .and(Opportunity.KIND.is(StageKind.WON))
                .and(Opportunity.ACCOUNT.isPresent());
        try (Stream<RecordColumns<Opportunity>> deals = session
                .repository(Opportunity.TYPE)
                .query(closed.and(Opportunity.PRODUCTS.isPresent()))
                .columns(List.of(Opportunity.ACCOUNT, Opportunity.PRODUCTS))
                .stream()) {
            deals.forEach(deal -> deal.require(Opportunity.PRODUCTS)
                    .forEach(product ->
                            holdings.add(new InstalledProduct(deal.require(Opportunity.ACCOUNT), product, null))));
        }
        return List.copyOf(holdings);
    }

    /** Returns the codes of all stored products that are still sold, sorted: the range to ask for. */
    public Set<String> activeProductCodes() {
        Set<String> codes = new TreeSet<>();
        try (Stream<RecordColumns<Product>> products =
                new Products(session).active().columns(List.of(Product.CODE)).stream()) {
            products.map(product -> product.require(Product.CODE)).forEach(codes::add);
        }
        return codes;
    }

    /** Returns the product family of each code, by the stored products; a code of none stands for itself. */
    public Function<String, String> familyByCode() {
        Map<String, String> families = new HashMap<>();
        try (Stream<RecordColumns<Product>> products =
                new Products(session).all().columns(List.of(Product.CODE, Product.FAMILY)).stream()) {
            products.forEach(product -> {
                String code = product.require(Product.CODE);
                families.put(code, product.find(Product.FAMILY).orElse(code));
            });
        }
        return code -> families.getOrDefault(code, code);
    }

    /**
     * Returns the whitespace matrix of all accounts that own anything by contract on a day.
     *
     * @param products the host's range
     */
    public WhitespaceMatrix whitespace(LocalDate day, Collection<String> products) {
        return WhitespaceMatrix.of(List.of(), products, findUnderContract(day));
    }

    /**
     * Recommends products to an account and all accounts below it, by the contracts active on a day, theirs and those
     * of all others, and by the departments where people are known; see {@link ProductRecommender#recommend}.
     *
     * @param products the host's range
     * @throws dev.clientele.core.error.NotFoundException if there is no such account
     */
    public List<ProductRecommendation> recommend(Id<Account> top, LocalDate day, Collection<String> products) {
        return session.inSnapshot(snapshot -> {
            Hierarchy<Account> family = new Accounts(snapshot).subtree(top);
            Contacts contacts = new Contacts(snapshot);
            List<Id<Account>> accounts =
                    family.records().stream().map(Account::id).toList();
            Map<Id<Account>, Set<String>> departments = new LinkedHashMap<>();
            contacts.departmentsOf(accounts, day)
                    .forEach((account, people) -> departments.put(account, people.keySet()));
            WhitespaceMatrix whitespace = new InstalledBase(snapshot).whitespace(day, products);
            return ProductRecommender.recommend(family, whitespace.withDepartments(departments));
        });
    }
}
