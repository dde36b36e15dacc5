package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.papers.print.QrCode;
import cn.gdpilot.domain.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every receipt on paper carries, whoever gets it: its moment in words, its address of verification, its name as a file. */
@Component
public class ReceiptProof {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);

    private final String address;

    ReceiptProof(@Value("${pilot.public-address}") String address) {
        this.address = address;
    }

    /** Where anybody verifies the receipt. */
    public String address(Receipt receipt) {
        return address + "/receipts?number=" + receipt.number();
    }

    /** The same as a picture that a page carries in itself. */
    public String qr(Receipt receipt) {
        return QrCode.picture(address(receipt));
    }

    /** The moment that counts, to the second, Guangdong's time. */
    public static String moment(Receipt receipt) {
        return SECOND.format(receipt.arrivedAt());
    }

    /** The printed receipt on its way to a browser, to be saved. */
    public static ResponseEntity<byte[]> download(Receipt receipt, byte[] paper) {
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(Texts.of("receipt.file", receipt.number()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper);
    }
}
