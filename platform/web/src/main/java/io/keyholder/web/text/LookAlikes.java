package io.keyholder.web.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.ULocale;

/** Names that look like another, though they are not the same: letters of other scripts, {@code 1} for {@code l} (UTS 39). */
public final class LookAlikes {
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

    private LookAlikes() {}

    /** Whether somebody might take one name for the other, in whichever case either is written. */
    public static boolean alike(String name, String other) {
        String shape = shape(name);
        return shape.equals(shape(other))
                || shape.equals(shape(UCharacter.toUpperCase(ULocale.ROOT, other)))
                || shape(Names.key(name)).equals(shape(Names.key(other)));
    }

    private static String shape(String name) {
        return CONFUSABLES.getSkeleton(name);
    }
}
