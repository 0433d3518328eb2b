package io.keyholder.gateway.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which codings of a body a client takes (RFC 9110, 12.5.3). */
public final class AcceptedCoding {

    private AcceptedCoding() {}

    /** Whether {@code Accept-Encoding} takes gzip. */
    public static boolean isGzip(@Nullable String accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return false;
        }
        boolean byStar = false;
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            int end = one.indexOf(';');
            String coding = (end < 0 ? one : one.substring(0, end)).strip();
            boolean isTaken = end < 0 || !isZero(one.substring(end + 1).strip());
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isTaken;
            }
            byStar |= coding.equals("*") && isTaken;
        }
        return byStar;
    }

    /** {@code q=0}, {@code q=0.0} and the like. */
    private static boolean isZero(String parameter) {
        String weight = parameter.replace(" ", "");
        return weight.startsWith("q=0")
                && weight.substring(3).replace(".", "").replace("0", "").isEmpty();
    }
}
