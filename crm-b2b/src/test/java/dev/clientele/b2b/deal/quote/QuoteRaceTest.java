package dev.clientele.b2b.deal.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.catalog.StockedTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes first: numbers have no gaps, and one quote for a deal is accepted. */
@ParameterizedClass
@EnumSource(Store.class)
class QuoteRaceTest extends StockedTest {

    private static final int AT_ONCE = 4;

    private Opportunity deal;

    QuoteRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open_a_deal() {
        deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1"));
        deal = b2b.deals().lines().add(deal, turbine, 10);
    }

    private static <R> List<R> atOnce(List<Callable<R>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void numbers_drawn_at_the_same_time_have_neither_gaps_nor_twins() throws Exception {
        List<Callable<String>> drafts = IntStream.range(0, AT_ONCE)
                .<Callable<String>>mapToObj(
                        i -> () -> b2b.deals().quotes().draft(deal).number())
                .toList();

        assertThat(atOnce(drafts)).containsExactlyInAnyOrder("Q-000001", "Q-000002", "Q-000003", "Q-000004");
    }

    @Test
    void of_quotes_accepted_at_the_same_time_one_is() throws Exception {
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            quotes.add(b2b.deals().quotes().present(b2b.deals().quotes().draft(deal), TODAY));
        }
        List<Callable<Boolean>> customers = quotes.stream()
                .<Callable<Boolean>>map(quote -> () -> isAccepted(quote))
                .toList();

        assertThat(atOnce(customers)).containsOnlyOnce(true);
        assertThat(b2b.deals().quotes().findByDeal(deal.id()))
                .filteredOn(quote -> quote.status() == QuoteStatus.ACCEPTED)
                .hasSize(1);
    }

    private boolean isAccepted(Quote quote) {
        try {
            b2b.deals().quotes().accept(quote);
            return true;
        } catch (InvalidException | DuplicateException anotherIsAccepted) {
            return false;
        }
    }
}
