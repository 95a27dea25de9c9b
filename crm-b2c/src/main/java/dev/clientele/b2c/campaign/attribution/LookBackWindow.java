package dev.clientele.b2c.campaign.attribution;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a path that may earn credit: everything, the last touches, or the touches of the last days. */
public final class LookBackWindow {
    private final int maxTouches;
    private final @Nullable Duration maxAge;

    private LookBackWindow(int maxTouches, @Nullable Duration maxAge) {
        this.maxTouches = maxTouches;
        this.maxAge = maxAge;
    }

    /** Returns the window without a bound. */
    public static LookBackWindow unbounded() {
        return new LookBackWindow(MarketingPath.MAX_TOUCHES, null);
    }

    /** Returns the window of the last touches, at least one. */
    public static LookBackWindow ofTouches(int touches) {
        if (touches < 1) {
            throw new IllegalArgumentException("touches must be at least 1 but was " + touches);
        }
        return new LookBackWindow(touches, null);
    }

    /** Returns the window of the touches that are at most this old at the end of the path; paths must have times. */
    public static LookBackWindow ofAge(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("age must not be negative");
        }
        return new LookBackWindow(MarketingPath.MAX_TOUCHES, age);
    }

    /** Returns the path without the touches outside the window; it may have none left. */
    public MarketingPath apply(MarketingPath path) {
        return maxAge == null ? path.withLastTouches(maxTouches) : path.withMaxAge(maxAge);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LookBackWindow that
                && maxTouches == that.maxTouches
                && Objects.equals(maxAge, that.maxAge);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxTouches, maxAge);
    }

    @Override
    public String toString() {
        if (maxAge != null) {
            return "touches of the last " + maxAge;
        }
        return maxTouches == MarketingPath.MAX_TOUCHES ? "all touches" : "last " + maxTouches + " touches";
    }
}
