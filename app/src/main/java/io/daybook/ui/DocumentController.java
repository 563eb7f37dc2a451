package io.daybook.ui;

import io.daybook.documents.DocumentVault;
import io.daybook.projections.cases.DocumentView;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows the documents of a case; their bytes never run as a page of ours. */
@Controller
class DocumentController {
  private final CaseFiles files;
  private final DocumentVault documents;

  DocumentController(CaseFiles files, DocumentVault documents) {
    this.files = files;
    this.documents = documents;
  }

  @GetMapping("/ui/cases/{kybCase}/documents/{document}")
  ResponseEntity<byte[]> show(@PathVariable String kybCase, @PathVariable String document) {
    DocumentView view =
        files.find(kybCase).documents().stream()
            .filter(candidate -> candidate.document().value().equals(document))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    byte[] content =
        documents
            .read(view.document())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
    var mediaType = MediaType.parseMediaType(view.mediaType());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(mediaType)
        .header("Content-Security-Policy", policy(mediaType))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(document + "." + mediaType.getSubtype())
                .build()
                .toString())
        .body(content);
  }

  /** Browsers show no PDF in a sandbox; they run it in one of their own. */
  private static String policy(MediaType mediaType) {
    String nothing = "default-src 'none'; frame-ancestors 'none'";
    return mediaType.equals(MediaType.APPLICATION_PDF) ? nothing : "sandbox; " + nothing;
  }
}
