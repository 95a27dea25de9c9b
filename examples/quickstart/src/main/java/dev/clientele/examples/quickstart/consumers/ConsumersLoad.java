package dev.clientele.examples.quickstart.consumers;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.quickstart.load.DayStart;
import dev.clientele.examples.quickstart.load.LoadSteps;
import dev.clientele.examples.quickstart.load.Remark;
import dev.clientele.examples.quickstart.source.foodmart.FoodMart;
import dev.clientele.examples.quickstart.source.foodmart.FoodMartBasket;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Loads FoodMart, step by step; what is in already is left alone. */
public final class ConsumersLoad {

    /** The steps in order. */
    public static final List<String> STEPS = List.of("Consumers", "Purchases of 1997 and 1998");

    /** What the source says its sales are in. */
    public static final CurrencyUnit CURRENCY = CurrencyUnit.USD;

    private static final int BATCH = 1000;

    private ConsumersLoad() {}

    /** Loads what is missing; the source is opened only if something is. */
    public static void run(LoadSteps steps) {
        if (steps.areFinished(STEPS)) {
            return;
        }
        try (FoodMart source = FoodMart.open(steps.progress())) {
            steps.run(STEPS.get(0), () -> listed(source.consumers()), BATCH, ConsumerPersonLoad::store);
            steps.run(STEPS.get(1), () -> byConsumer(source.baskets()), BATCH, ConsumersLoad::storePurchases);
        }
    }

    private static List<Remark> storePurchases(CrmSession tx, List<FoodMartBasket> baskets) {
        B2c.in(tx)
                .purchases()
                .record(baskets.stream().map(ConsumersLoad::purchase).toList());
        return List.of();
    }

    private static Purchase purchase(FoodMartBasket basket) {
        return Purchase.of(
                        ConsumerPersonLoad.SOURCE,
                        basket.reference(),
                        ConsumerPersonLoad.id(basket.consumer()),
                        Money.of(CURRENCY, basket.sales()),
                        DayStart.of(basket.day()))
                .with(Purchase.STORE, "Store " + basket.shop())
                .with(Purchase.LINES, (long) basket.lines())
                .with(Purchase.QUANTITY, (long) basket.units());
    }

    /**
     * One consumer after the other instead of day by day: a batch then writes few persons' ledgers, each once. Purchases may
     * arrive in any order.
     */
    private static List<FoodMartBasket> byConsumer(Stream<FoodMartBasket> baskets) {
        return listed(baskets.sorted(Comparator.comparing(FoodMartBasket::consumer)
                .thenComparing(FoodMartBasket::day)
                .thenComparing(FoodMartBasket::shop)));
    }

    private static <T> List<T> listed(Stream<T> records) {
        try (records) {
            return records.toList();
        }
    }
}
