package dev.clientele.examples.benchmarks.append;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What came of one process.
 *
 * @param appending nanoseconds
 * @param reading nanoseconds
 * @param figure what was read, so that contenders can be compared
 * @param heap bytes at the peak, the peaks of all pools added up
 * @param resident bytes of the whole process at the peak; 0 if unknown
 */
record AppendMeasurement(long appending, long reading, long figure, long heap, long resident) {

    private static final String LINE_PREFIX = "outcome ";

    String line() {
        return LINE_PREFIX
                + LongStream.of(appending, reading, figure, heap, resident)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" "));
    }

    static boolean isLine(String line) {
        return line.startsWith(LINE_PREFIX);
    }

    static AppendMeasurement parse(String line) {
        long[] numbers = Arrays.stream(line.substring(LINE_PREFIX.length()).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new AppendMeasurement(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
