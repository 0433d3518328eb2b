package io.keyholder.identity;

import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An issuer was asked for its keys and showed none: what the matter is, and why in the words of whoever found out. */
final class IssuerUnavailable extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 200;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final IssuerStatus status;

    IssuerUnavailable(IssuerStatus status, String reason) {
        super(line(reason));
        this.status = status;
    }

    static IssuerUnavailable badAnswer(String reason) {
        return new IssuerUnavailable(IssuerStatus.BAD_ANSWER, reason);
    }

    /** @param failure of the request, in the words of the innermost that says anything */
    static IssuerUnavailable because(Exception failure) {
        String said = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said = Objects.requireNonNullElse(cause.getMessage(), said);
        }
        return new IssuerUnavailable(statusFor(failure), said);
    }

    IssuerStatus status() {
        return status;
    }

    /** Why, in one line. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** A handshake may fail for many reasons; only some are the certificate's. */
    private static IssuerStatus statusFor(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return IssuerStatus.BAD_CERTIFICATE;
            }
            if (cause instanceof BoundedBody.TooLong) {
                return IssuerStatus.BAD_ANSWER;
            }
        }
        return IssuerStatus.UNREACHABLE;
    }

    /** Some of a reason may be the issuer's own words, which must not forge a line of a log. */
    private static String line(String reason) {
        String line = CONTROLS.matcher(reason).replaceAll(" ");
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
