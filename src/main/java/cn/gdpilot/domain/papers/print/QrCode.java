package cn.gdpilot.domain.papers.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** QR codes for papers. */
public final class QrCode {

    private static final int PIXELS = 240;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private QrCode() {}

    /** The text as a QR code, a picture that a page can carry in itself. */
    public static String picture(String text) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text));
    }

    /** The text as a QR code, as PNG. */
    public static byte[] png(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
            // Full colours, a byte each, go into a PDF as they are; any other picture is drawn again there, point by
            // point.
            BufferedImage picture =
                    new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_INT_RGB);
            int[] row = new int[modules.getWidth()];
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = modules.get(x, y) ? BLACK : WHITE;
                }
                picture.setRGB(0, y, row.length, 1, row, 0, row.length);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            // In memory: with files of its own it could not draw while the application ends.
            try (ImageOutputStream drawn = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "png", drawn);
            }
            return out.toByteArray();
        } catch (WriterException | IOException e) {
            throw new IllegalArgumentException("Not to be drawn as a QR code", e);
        }
    }
}
