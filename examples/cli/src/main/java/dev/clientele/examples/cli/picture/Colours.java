package dev.clientele.examples.cli.picture;

/** The colours of all pictures: told apart by lightness as well as by hue, and dark enough on white. */
public final class Colours {

    /** What happened. */
    public static final String ACTUAL = "#1f3a5f";
    /** What the model says. */
    public static final String MODEL = "#d9730d";
    /** Anything counted alone. */
    public static final String PLAIN = "#2f6db5";

    private static final int[] LIGHT = {0xed, 0xf3, 0xfa};
    private static final int[] MIDDLE = {0x6b, 0xa3, 0xd6};
    private static final int[] DARK = {0x0b, 0x30, 0x5e};

    private Colours() {}

    /** A shade from light to dark; share from 0 to 1, what is beyond counts as the end. */
    static String shade(double share) {
        double at = Math.max(0, Math.min(1, share)) * 2;
        int[] from = at < 1 ? LIGHT : MIDDLE;
        int[] to = at < 1 ? MIDDLE : DARK;
        double part = at < 1 ? at : at - 1;
        StringBuilder colour = new StringBuilder("#");
        for (int i = 0; i < from.length; i++) {
            int mixed = (int) Math.round(from[i] + part * (to[i] - from[i]));
            colour.append(Character.forDigit(mixed >> 4, 16)).append(Character.forDigit(mixed & 0xF, 16));
        }
        return colour.toString();
    }

    /** What can be read on a shade. */
    static String textColour(double share) {
        return share > 0.66 ? "#ffffff" : "#14202e";
    }
}
