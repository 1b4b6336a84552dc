"""The officer's counter: the queue, the scan box, the dossiers, what is still to be printed."""
