package dev.clientele.examples.quickstart.business;

import dev.clientele.examples.quickstart.load.LoadSteps;
import dev.clientele.examples.quickstart.load.Remark;
import dev.clientele.examples.quickstart.source.steelwheels.Payment;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheels;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsCustomer;
import dev.clientele.examples.quickstart.source.steelwheels.SteelWheelsOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads SteelWheels, step by step; what is in already is left alone. */
public final class BusinessLoad {

    /** The steps in order. */
    public static final List<String> STEPS =
            List.of("Territories and sales team", "Accounts and contacts", "Orders as deals", "Payments");

    private static final int BATCH = 50;

    private BusinessLoad() {}

    /** Loads what is missing; the source is opened only if something is. */
    public static void run(LoadSteps steps) {
        if (steps.areFinished(STEPS)) {
            return;
        }
        try (SteelWheels source = SteelWheels.open(steps.progress())) {
            List<SteelWheelsCustomer> all = listed(source.customers());
            List<SteelWheelsCustomer> customers =
                    all.stream().filter(customer -> !customer.demonstration()).toList();
            Set<Integer> numbers =
                    customers.stream().map(SteelWheelsCustomer::number).collect(Collectors.toSet());
            List<SteelWheelsOrder> everyOrder = listed(source.orders());
            List<SteelWheelsOrder> orders = everyOrder.stream()
                    .filter(order -> numbers.contains(order.customer()))
                    .toList();
            List<Payment> payments = listed(source.payments()).stream()
                    .filter(payment -> numbers.contains(payment.customer()))
                    .toList();
            SalesTeamLoad team = new SalesTeamLoad(listed(source.offices()));
            CustomerAccountLoad accounts = new CustomerAccountLoad(
                    orders.stream().map(SteelWheelsOrder::customer).collect(Collectors.toSet()));

            steps.run(STEPS.get(0), () -> listed(source.employees()), BATCH, (tx, employees) -> {
                team.store(tx, employees);
                return List.of(
                        new Remark(
                                all.size() - customers.size(),
                                "customers left out: somebody added them later for a demonstration"),
                        new Remark(everyOrder.size() - orders.size(), "orders left out with them"));
            });
            steps.run(STEPS.get(1), () -> customers, BATCH, accounts::store);
            steps.run(STEPS.get(2), () -> orders, BATCH, (tx, some) -> {
                OrderLoad.store(tx, some);
                return List.of();
            });
            steps.run(STEPS.get(3), () -> payments, BATCH, (tx, some) -> {
                OrderLoad.storePayments(tx, some);
                return List.of();
            });
        }
    }

    private static <T> List<T> listed(Stream<T> records) {
        try (records) {
            return records.toList();
        }
    }
}
