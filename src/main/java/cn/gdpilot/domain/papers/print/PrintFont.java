package cn.gdpilot.domain.papers.print;

import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The font of all PDFs, and which characters it has: a renderer would print a missing one as "#" without a word. */
@Component
class PrintFont {

    static final String FAMILY = "Noto Sans SC";
    private static final String REGULAR = "font/400Regular/NotoSansSC_400Regular.ttf";
    private static final String BOLD = "font/700Bold/NotoSansSC_700Bold.ttf";
    private static final int LAST_LATIN = 0x7e;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private CmapLookup glyphs;

    InputStream regular() {
        return open(REGULAR);
    }

    InputStream bold() {
        return open(BOLD);
    }

    /** The characters of a text that the font lacks, by code point. */
    Set<Integer> missing(String text) {
        CmapLookup known = glyphs();
        Set<Integer> missing = new TreeSet<>();
        text.codePoints()
                .filter(character -> character > LAST_LATIN && !Character.isWhitespace(character))
                .filter(character -> known.getGlyphId(character) == 0)
                .forEach(missing::add);
        return missing;
    }

    private synchronized CmapLookup glyphs() {
        if (glyphs == null) {
            try (InputStream file = regular();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                glyphs = font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return glyphs;
    }

    private InputStream open(String file) {
        return new ByteArrayInputStream(files.computeIfAbsent(file, PrintFont::read));
    }

    /** Fails where the font could not be had when the application was built. */
    private static byte[] read(String file) {
        ClassPathResource font = new ClassPathResource(file);
        if (!font.exists()) {
            throw Refusal.conflict("print.no-font");
        }
        try {
            return UnifiedCharacters.of(font.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
