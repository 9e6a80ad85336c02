"""From a pose in numbers to a picture in lines. Run by developers; a workbook only reads the SVG files it leaves."""
