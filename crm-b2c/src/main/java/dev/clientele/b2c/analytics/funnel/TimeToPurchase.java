package dev.clientele.b2c.analytics.funnel;

import com.google.common.collect.BoundType;
import com.google.common.collect.Multiset;
import com.google.common.collect.SortedMultiset;
import com.google.common.collect.TreeMultiset;
import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.analytics.PurchaseBook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The time from the first purchase of customers to a later one. Customers who haven't made it yet count for as long as
 * they were watched: the product-limit estimate of Kaplan and Meier (1958), Nonparametric Estimation from Incomplete
 * Observations, Journal of the American Statistical Association 53(282), 457-481, equation (2b). Immutable and
 * thread-safe.
 *
 * @param purchase which purchase, 2 or more
 * @param customers how many customers were watched
 * @param reached how many of them made it
 * @param points the days on which somebody made it, ascending, each with the share that has made it by then
 */
public record TimeToPurchase(int purchase, long customers, long reached, List<Point> points) {

    /** Copies the points. */
    public TimeToPurchase {
        points = List.copyOf(points);
    }

    /**
     * A day of the curve.
     *
     * @param day days since the first purchase, 0 or more
     * @param atRisk customers who were still watched and had not made the purchase before this day
     * @param reached how many of them made it on this day
     * @param share the estimated share of customers who make it by this day, from 0 to 1
     */
    public record Point(int day, long atRisk, long reached, double share) {}

    /**
     * Estimates the time to a purchase, of all customers who first bought by the last day.
     *
     * @param purchase which, 2 or more
     * @param lastDay the last day of the data; later purchases are left out
     */
    public static <C extends Comparable<? super C>> TimeToPurchase of(
            PurchaseBook<C> book, int purchase, LocalDate lastDay) {
        if (purchase < 2) {
            throw new IllegalArgumentException("purchase must be 2 or more, was " + purchase);
        }
        SortedMultiset<Integer> reached = TreeMultiset.create();
        SortedMultiset<Integer> watched = TreeMultiset.create();
        long customers = 0;
        for (Buyer<C> buyer : book.buyers()) {
            LocalDate first = buyer.first();
            if (!first.isAfter(lastDay)) {
                boolean made = buyer.purchases() >= purchase
                        && !buyer.days().purchaseDay(purchase).isAfter(lastDay);
                LocalDate end = made ? buyer.days().purchaseDay(purchase) : lastDay;
                (made ? reached : watched).add((int) ChronoUnit.DAYS.between(first, end));
                customers++;
            }
        }
        return curve(purchase, customers, reached, watched);
    }

    /**
     * Computes the Kaplan-Meier estimate from the days on which customers made the purchase, and those up to which
     * others were watched.
     */
    private static TimeToPurchase curve(
            int purchase, long customers, SortedMultiset<Integer> reached, SortedMultiset<Integer> watched) {
        List<Point> points = new ArrayList<>();
        double without = 1;
        long earlier = 0;
        for (Multiset.Entry<Integer> day : reached.entrySet()) {
            int made = day.getCount();
            Integer after = Objects.requireNonNull(day.getElement());
            long atRisk = customers
                    - earlier
                    - watched.headMultiset(after, BoundType.OPEN).size();
            without *= (double) (atRisk - made) / atRisk;
            points.add(new Point(after, atRisk, made, 1 - without));
            earlier += made;
        }
        return new TimeToPurchase(purchase, customers, reached.size(), points);
    }

    /**
     * Returns the estimated share of customers who make the purchase within so many days, from 0 to 1.
     *
     * @param days since the first purchase, 0 or more; beyond the longest time watched the estimate stays as it was
     */
    public double shareWithin(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must be 0 or more, was " + days);
        }
        return last(points, days);
    }

    private static double last(Collection<Point> points, int days) {
        double share = 0;
        for (Point point : points) {
            if (point.day() > days) {
                break;
            }
            share = point.share();
        }
        return share;
    }

    /**
     * Returns the days within which a given share of all customers makes the purchase.
     *
     * @param share above 0 and up to 1
     * @return empty if the curve never gets there
     */
    public OptionalInt daysUntil(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be above 0 and up to 1, was " + share);
        }
        return points.stream()
                .filter(point -> point.share() >= share)
                .mapToInt(Point::day)
                .findFirst();
    }
}
