package cn.gdpilot.domain.papers.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the QR codes on photographs of papers. */
public final class QrPhoto {

    /** More than any telephone takes; a small file may claim a picture that fills the memory. */
    private static final long MOST_PIXELS = 120_000_000;

    /** Longer sides at which codes are looked for: near ones are read better small, far ones large. */
    private static final int[] SIDES = {1200, 2400};

    private QrPhoto() {}

    /** The texts of all codes on a picture (JPEG, PNG), each once; empty if it is no picture that can be read. */
    public static Optional<Set<String>> texts(byte[] photo) {
        try {
            Set<String> texts = new LinkedHashSet<>();
            for (int side : SIDES) {
                Optional<BufferedImage> picture = picture(photo, side);
                if (picture.isEmpty()) {
                    return Optional.empty();
                }
                texts.addAll(codes(picture.get()));
            }
            return Optional.of(texts);
        } catch (IOException | RuntimeException broken) {
            // Java's readers answer damaged pictures with exceptions of many kinds.
            return Optional.empty();
        }
    }

    /** The picture, made smaller while it is read so that it never lies in memory whole. */
    private static Optional<BufferedImage> picture(byte[] photo, int side) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS) {
                    return Optional.empty();
                }
                int step = (int) ((Math.max(width, height) + side - 1) / side);
                ImageReadParam smaller = reader.getDefaultReadParam();
                smaller.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, smaller));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Set<String> codes(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var light = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        Set<String> texts = new LinkedHashSet<>();
        try {
            Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.TRY_HARDER, true);
            for (Result code :
                    new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)), hints)) {
                texts.add(code.getText());
            }
        } catch (NotFoundException none) {
            // A picture without codes is an answer too.
        }
        return texts;
    }
}
